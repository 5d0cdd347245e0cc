package city.certfree.audit.log;

import city.certfree.audit.JointStatement;
import city.certfree.audit.Pending.Joint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The statements of a group, in the order of their keys; those that may stand for several acts are run once for all, where the first of
 * them stands. Of acts about the same element the first wins with the others, and the rest are run after it, each alone, and lose.
 */
final class JointStatements {
    private final List<Member<?>> members;

    /** @param members in the order of their keys */
    JointStatements(List<Member<?>> members) {
        this.members = members;
    }

    /**
     * Runs them.
     *
     * @throws NotForAll if one did not hold for all
     */
    void run() {
        var together = together();
        var done = new HashSet<Member<?>>();
        for (var member : members) {
            var several = together.getOrDefault(member, Together.none());
            if (!several.isWorthIt()) {
                member.run();
            } else if (done.add(member)) {
                several.run();
                done.addAll(several.members());
            }
        }
    }

    /** With whom each act's statement is run; acts that are alone are missing. */
    private Map<Member<?>, Together> together() {
        var byStatement = new LinkedHashMap<JointStatement<?>, Together>();
        var byMember = new HashMap<Member<?>, Together>();
        for (var member : members) {
            member.joint().ifPresent(joint -> {
                var several = byStatement.computeIfAbsent(joint.statement(), statement -> Together.none());
                if (several.add(member, joint)) {
                    byMember.put(member, several);
                }
            });
        }
        return byMember;
    }

    /** Acts of one statement, each about another element. */
    private record Together(List<Member<?>> members, Set<String> keys, List<Joint<?>> joints) {
        static Together none() {
            return new Together(new ArrayList<>(), new HashSet<>(), new ArrayList<>());
        }

        boolean add(Member<?> member, Joint<?> joint) {
            boolean isFirst = keys.add(member.key());
            if (isFirst) {
                members.add(member);
                joints.add(joint);
            }
            return isFirst;
        }

        boolean isWorthIt() {
            return members.size() > 1;
        }

        @SuppressWarnings("unchecked") // all of them have the same statement, which takes the elements of its acts
        void run() {
            var statement = (JointStatement<Object>) joints.getFirst().statement();
            if (!statement.runForAll(joints.stream().<Object>map(Joint::element).toList())) {
                throw new NotForAll();
            }
            members.forEach(Member::wasRunWithOthers);
        }
    }

    /** A statement that stood for several did not hold for all of them: who lost is found by running each alone. */
    static final class NotForAll extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
