package city.certfree.web.console;

import city.certfree.kernel.Channel;
import city.certfree.kernel.HolderCodeType;
import city.certfree.registry.Attribute;
import city.certfree.registry.ExemptedItem;
import city.certfree.registry.Exemption;
import city.certfree.registry.LicenceType;
import city.certfree.web.console.CaseFile.Settled;
import city.certfree.web.page.Mistake;
import city.certfree.web.page.Tone;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The page on which a clerk works on a case: on one side the materials and the field for scanning, on the other what is asked
 * or told.
 *
 * @param key under which the next act is done: sent twice, it is one act
 */
public record Work(Desk desk, CaseFile file, ExemptedItem item, List<Material> materials, Side side, String key) {
    public Work {
        materials = List.copyOf(materials);
    }

    /** How many materials must be proven; those asked for under a condition only are not among them. */
    public long required() {
        return materials.stream().filter(Material::isRequired).count();
    }

    public long proven() {
        return materials.stream().filter(m -> m.isRequired() && m.isProven()).count();
    }

    /** Whether nothing that the item always asks for waits any more. */
    public boolean isDone() {
        return proven() == required();
    }

    /** Whether anything of this case can be shown on the phone. */
    public boolean takesShows() {
        return materials.stream().anyMatch(m -> m.goesThrough(Channel.SHOW));
    }

    /** Whether the material of this name is proven, now or before. */
    public boolean isProven(String name) {
        return materials.stream().anyMatch(m -> m.name().equals(name) && m.isProven());
    }

    /**
     * The first material that waits for its proof, those first that are always asked for. The one that a verdict was just given
     * on is not the next, whatever the verdict; empty when no other waits.
     */
    public Optional<Material> next() {
        return materials.stream()
                .filter(m -> m.isProvable() && !m.isProven() && !m.name().equals(side.material()))
                .min(Comparator.comparing(m -> !m.isRequired()));
    }

    /**
     * At whose desk a page is shown.
     *
     * @param office the office's name
     * @param window its number; empty: none was told
     * @param account the clerk's sign-in name
     * @param csrf what the forms of the page carry
     */
    public record Desk(String office, String window, String account, String csrf) {}

    /**
     * A paper that the case's item no longer asks for, and how far its proof has come.
     *
     * @param type the licence that replaces it; null where none does
     * @param settled how far it has come; null: no verdict yet
     */
    public record Material(Exemption exemption, @Nullable LicenceType type, @Nullable Settled settled) {
        public String name() {
            return exemption.materialName();
        }

        /** Whether there is something to prove through a channel; otherwise the paper is just not asked for. */
        public boolean isProvable() {
            return type != null && exemption.mode().channel().isPresent();
        }

        boolean goesThrough(Channel channel) {
            return type != null
                    && exemption.mode().channel().filter(channel::equals).isPresent();
        }

        public boolean isRequired() {
            return isProvable() && exemption.required();
        }

        public boolean isProven() {
            return tone() == Tone.PASS;
        }

        /** What was tried after it had been proven, in vain; null: nothing. */
        public @Nullable Settled laterTry() {
            return settled == null ? null : settled.laterTry();
        }

        /** Of the verdict that counts; null: none yet. */
        public @Nullable Tone tone() {
            return settled == null ? null : settled.tone();
        }
    }

    /** What stands beside the materials. */
    public sealed interface Side {
        /** The name of the material it is about; empty: none. */
        String material();

        List<Mistake> mistakes();

        /** Whether something is wrong with the field of this id. */
        default boolean isWrong(String field) {
            return mistakes().stream().anyMatch(mistake -> mistake.field().equals(field));
        }
    }

    /** Nothing to ask: the materials are simply not needed. */
    public record Nothing() implements Side {
        @Override
        public String material() {
            return "";
        }

        @Override
        public List<Mistake> mistakes() {
            return List.of();
        }
    }

    /**
     * A form for one material, or for SHOW the way to go.
     *
     * @param claims what can be claimed with VERIFY; empty for other channels
     */
    public record Asking(
            Material about,
            Channel channel,
            List<HolderCodeType> codeTypes,
            List<Claim> claims,
            String certificateNumber,
            List<Mistake> mistakes)
            implements Side {
        public Asking {
            codeTypes = List.copyOf(codeTypes);
            claims = List.copyOf(claims);
            mistakes = List.copyOf(mistakes);
        }

        @Override
        public String material() {
            return about.name();
        }
    }

    /** A field for one attribute, with what was typed into it. */
    public record Claim(Attribute attribute, String value) {
        /** What the page checks on the spot, by what the face calls it; null: nothing. */
        public @Nullable String check() {
            return switch (attribute.name()) {
                case "统一社会信用代码" -> "credit";
                case "公民身份号码", "身份证号码", "居民身份证号码" -> "citizen";
                default -> null;
            };
        }
    }

    /** A verdict. */
    public record Told(String material, Verdict verdict) implements Side {
        @Override
        public List<Mistake> mistakes() {
            return List.of();
        }
    }
}
