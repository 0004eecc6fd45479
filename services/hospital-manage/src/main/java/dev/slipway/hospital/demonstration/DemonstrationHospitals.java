package dev.slipway.hospital.demonstration;

import dev.slipway.hospital.profile.BookingRule;
import dev.slipway.hospital.profile.ProfileDetails;
import java.time.LocalTime;
import java.util.List;

/** The two hospitals. Names and people are invented. */
final class DemonstrationHospitals {
    private static final String HIGHEST_GRADE = "1"; // 三级甲等 in the platform's dictionary

    static final List<DemonstrationHospital> ALL = List.of(beijing(), shanghai());

    private DemonstrationHospitals() {}

    private static BookingRule rule() {
        return new BookingRule(
                10,
                LocalTime.of(8, 0),
                LocalTime.of(11, 30),
                -1,
                LocalTime.of(15, 0),
                List.of(
                        "请携带有效身份证件和医保卡，于就诊当日按取号时间到院取号。",
                        "每位就诊人同一就诊日、同一科室、同一时段只能预约一个号源。",
                        "如需取消，请在就诊前一日 15:00 前办理退号；逾期不能退号。",
                        "如遇医生临时停诊，平台将通过短信通知并全额退款。"));
    }

    private static DemonstrationHospital beijing() {
        return new DemonstrationHospital(
                "H1001",
                new ProfileDetails(
                        "北京示范医院",
                        HIGHEST_GRADE,
                        "110000",
                        "110100",
                        "110101",
                        "东城区示范胡同 1 号",
                        "北京示范医院始建于 1952 年，是集医疗、教学、科研、预防于一体的三级甲等综合医院，" + "开放床位 1600 张，心血管内科、骨科和儿科为重点专科。",
                        "地铁 5 号线灯市口站 A 口出，向东步行 300 米；公交 104、108 路示范胡同站下车。",
                        "门诊楼一层挂号收费处 3–8 号窗口",
                        rule()),
                List.of(
                        new DemonstrationDepartment("01", "内科", "内科系统各专业门诊。", null),
                        new DemonstrationDepartment("0101", "心血管内科", "高血压、冠心病、心律失常和心力衰竭的诊治。", "01"),
                        new DemonstrationDepartment("0102", "呼吸与危重症医学科", "哮喘、慢阻肺、肺部感染和肺结节的诊治。", "01"),
                        new DemonstrationDepartment("0103", "消化内科", "胃肠、肝胆胰疾病的诊治和内镜检查。", "01"),
                        new DemonstrationDepartment("02", "外科", "外科系统各专业门诊。", null),
                        new DemonstrationDepartment("0201", "骨科", "关节、脊柱、创伤和运动损伤的诊治。", "02"),
                        new DemonstrationDepartment("0202", "普通外科", "甲状腺、乳腺、胃肠和肝胆外科疾病的诊治。", "02"),
                        new DemonstrationDepartment("03", "儿科", "儿童内科常见病和疑难病的诊治。", null)),
                List.of(
                        new DemonstrationDoctor("0101", "01", "主任医师", "王建国", "冠心病介入治疗、顽固性高血压", "100.00", 20),
                        new DemonstrationDoctor("0101", "02", "副主任医师", "李秀英", "心律失常、心力衰竭的综合管理", "60.00", 30),
                        new DemonstrationDoctor("0101", "03", "主治医师", "陈思远", "高血压、高脂血症和常见心血管病", "50.00", 40),
                        new DemonstrationDoctor("0102", "01", "主任医师", "赵文博", "肺结节、间质性肺病", "100.00", 20),
                        new DemonstrationDoctor("0102", "02", "主治医师", "孙丽娜", "支气管哮喘、慢性咳嗽", "50.00", 36),
                        new DemonstrationDoctor("0103", "01", "副主任医师", "周立新", "胃食管反流、幽门螺杆菌相关疾病", "60.00", 30),
                        new DemonstrationDoctor("0201", "01", "主任医师", "吴志强", "髋膝关节置换、骨关节炎", "100.00", 20),
                        new DemonstrationDoctor("0201", "02", "副主任医师", "郑晓东", "颈肩腰腿痛、脊柱退行性疾病", "60.00", 30),
                        new DemonstrationDoctor("0202", "01", "副主任医师", "冯玉梅", "甲状腺结节、乳腺结节", "60.00", 28),
                        new DemonstrationDoctor("03", "01", "主任医师", "蒋春华", "儿童呼吸系统疾病、反复呼吸道感染", "80.00", 24),
                        new DemonstrationDoctor("03", "02", "主治医师", "沈佳宜", "儿童发热、腹泻和生长发育评估", "50.00", 40)));
    }

    private static DemonstrationHospital shanghai() {
        return new DemonstrationHospital(
                "H1002",
                new ProfileDetails(
                        "上海示范医院",
                        HIGHEST_GRADE,
                        "310000",
                        "310100",
                        "310104",
                        "徐汇区示范路 200 号",
                        "上海示范医院是一所三级甲等综合医院，年门诊量 380 万人次，" + "眼科、皮肤科和妇产科在长三角地区享有良好声誉。",
                        "地铁 9 号线肇嘉浜路站 3 号口出，步行 5 分钟；公交 43、49 路示范路站下车。",
                        "门诊大厅自助机或 2 号楼一层人工窗口",
                        rule()),
                List.of(
                        new DemonstrationDepartment("10", "内科", "内科系统各专业门诊。", null),
                        new DemonstrationDepartment("1001", "内分泌科", "糖尿病、甲状腺疾病和骨质疏松的诊治。", "10"),
                        new DemonstrationDepartment("1002", "神经内科", "脑血管病、头痛、帕金森病和癫痫的诊治。", "10"),
                        new DemonstrationDepartment("11", "妇产科", "妇科和产科各专业门诊。", null),
                        new DemonstrationDepartment("1101", "妇科", "子宫肌瘤、子宫内膜异位症和月经失调的诊治。", "11"),
                        new DemonstrationDepartment("1102", "产科", "孕期检查和高危妊娠管理。", "11"),
                        new DemonstrationDepartment("12", "眼科", "白内障、青光眼和眼底病的诊治。", null),
                        new DemonstrationDepartment("13", "皮肤科", "湿疹、银屑病、痤疮和过敏性皮肤病的诊治。", null)),
                List.of(
                        new DemonstrationDoctor("1001", "01", "主任医师", "许国华", "2 型糖尿病及其并发症", "100.00", 20),
                        new DemonstrationDoctor("1001", "02", "主治医师", "何雨桐", "甲状腺功能异常、肥胖症", "50.00", 36),
                        new DemonstrationDoctor("1002", "01", "主任医师", "吕明哲", "脑卒中二级预防、头晕", "100.00", 20),
                        new DemonstrationDoctor("1002", "02", "副主任医师", "施佩芳", "偏头痛、失眠和帕金森病", "60.00", 30),
                        new DemonstrationDoctor("1101", "01", "主任医师", "张慧敏", "子宫肌瘤、宫颈病变微创治疗", "100.00", 20),
                        new DemonstrationDoctor("1101", "02", "副主任医师", "孔令仪", "月经失调、多囊卵巢综合征", "60.00", 30),
                        new DemonstrationDoctor("1102", "01", "副主任医师", "曹静怡", "高危妊娠、妊娠期糖尿病", "60.00", 30),
                        new DemonstrationDoctor("12", "01", "主任医师", "严志诚", "白内障超声乳化、屈光性白内障", "100.00", 24),
                        new DemonstrationDoctor("12", "02", "主治医师", "华晨曦", "干眼症、青少年近视防控", "50.00", 40),
                        new DemonstrationDoctor("13", "01", "副主任医师", "金海燕", "银屑病、特应性皮炎", "60.00", 32)));
    }
}
