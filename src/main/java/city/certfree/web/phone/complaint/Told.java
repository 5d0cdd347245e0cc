package city.certfree.web.phone.complaint;

import city.certfree.registry.Catalogue;
import city.certfree.supervision.complaint.Complaint;
import city.certfree.supervision.complaint.Grievance;
import city.certfree.web.appearance.Words;
import city.certfree.web.page.Wording;
import java.util.ArrayList;
import java.util.List;

/**
 * A complaint, in words.
 *
 * @param about what it is about, in a few words
 * @param alarmed whether the supervisor has been alarmed by it
 * @param facts what it says, each under its name
 */
public record Told(String number, String at, Words about, boolean alarmed, List<Fact> facts) {
    public Told {
        facts = List.copyOf(facts);
    }

    /** What is not listed any more is told by its code. */
    static Told of(Catalogue catalogue, Complaint complaint) {
        var facts = new ArrayList<Fact>();
        switch (complaint.about()) {
            case Grievance.NotMe(var use) ->
                facts.add(new Fact(new Words("用证记录号", "Record"), Words.typed(use.toString())));
            case Grievance.AskedForPaper paper -> facts.addAll(facts(catalogue, paper));
        }
        var text = complaint.text();
        if (text != null) {
            facts.add(new Fact(new Words("说明", "You said"), Words.typed(text.value())));
        }
        boolean notMe = complaint.about().kind() == Grievance.Kind.NOT_ME;
        return new Told(
                complaint.number().value(),
                Wording.moment(complaint.receivedAt()),
                notMe ? new Words("不是我办的", "This was not me") : new Words("窗口还要纸质证明", "Asked for paper"),
                notMe,
                facts);
    }

    private static List<Fact> facts(Catalogue catalogue, Grievance.AskedForPaper paper) {
        var facts = new ArrayList<Fact>();
        var item = paper.item();
        facts.add(new Fact(
                new Words("办的事", "Item"),
                Words.typed(catalogue.item(item).map(i -> i.name()).orElse(item.value()))));
        var office = paper.office();
        if (office != null) {
            facts.add(new Fact(
                    new Words("窗口", "Office"),
                    Words.typed(catalogue.office(office).map(o -> o.name()).orElse(office.value()))));
        }
        var material = paper.material();
        if (material != null) {
            facts.add(new Fact(new Words("要的材料", "Paper"), Words.typed(material.value())));
        }
        return facts;
    }

    /** Something that is said, and what it is called. */
    public record Fact(Words name, Words value) {}
}
