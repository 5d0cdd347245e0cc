package city.certfree.demo.population;

import java.util.List;
import java.util.SplittableRandom;

/** Made-up names, rare characters among them: some of Extension A, some of the planes beyond 16 bits. */
final class Names {
    private static final String SURNAMES =
            "王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷";
    private static final List<String> DOUBLE_SURNAMES = List.of("欧阳", "上官", "司马", "诸葛", "皇甫", "慕容");
    private static final String MALE = "伟强磊军勇杰涛明超刚平辉鹏飞波斌宇浩凯健俊帆旭宁海山峰建国志文博轩泽";
    private static final String FEMALE = "芳娜敏静丽艳娟霞秀英玲桂兰洁燕红梅琳雪婷慧莹颖倩佳萍蕾薇晶欣怡思雨嘉";
    private static final List<String> RARE =
            List.of("䶮", "𬭎", "𫖯", "𬤊", "𬘡", "𬱖", "𫍯", "𬀩", "𬭚", "𪟝", "𠮷", "㛃");
    private static final List<String> WITH_DOT = List.of("阿依努尔·艾山", "买买提·吐尔逊", "古丽娜尔·阿不都", "巴图·苏和");

    private static final List<String> TRADES =
            List.of("餐饮管理", "机械制造", "建筑工程", "物流运输", "石榴种植", "食品销售", "医药零售", "环保科技", "信息技术", "文化传播", "教育咨询", "水产养殖");

    private static final int ONE_IN_RARE = 25;
    private static final int ONE_IN_DOT = 97;
    private static final int ONE_IN_DOUBLE = 40;

    private Names() {}

    /** A surname, which a child has of its father. */
    static String surname(int person, SplittableRandom random) {
        return person % ONE_IN_DOUBLE == ONE_IN_DOUBLE - 1
                ? pick(DOUBLE_SURNAMES, random)
                : character(SURNAMES, random);
    }

    /**
     * A whole name.
     *
     * @param person which person, from 0: every so many have a rare one
     */
    static String person(int person, String surname, boolean male, SplittableRandom random) {
        if (person % ONE_IN_DOT == ONE_IN_DOT - 1) {
            return pick(WITH_DOT, random);
        }
        var pool = male ? MALE : FEMALE;
        if (person % ONE_IN_RARE == ONE_IN_RARE - 1) {
            return surname + RARE.get(person / ONE_IN_RARE % RARE.size());
        }
        return surname + character(pool, random) + (random.nextInt(4) == 0 ? "" : character(pool, random));
    }

    /** An organisation's name that says that it is made up. */
    static String organisation(int organisation, SplittableRandom random) {
        return "枣庄虚拟%03d号%s有限公司".formatted(organisation, pick(TRADES, random));
    }

    static String address(SplittableRandom random) {
        return "山东省枣庄市虚拟区示范街道虚拟路%d号%d号楼%d室"
                .formatted(random.nextInt(1, 300), random.nextInt(1, 20), random.nextInt(101, 999));
    }

    private static String character(String pool, SplittableRandom random) {
        return String.valueOf(pool.charAt(random.nextInt(pool.length())));
    }

    private static <T> T pick(List<T> choices, SplittableRandom random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
