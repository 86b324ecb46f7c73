/** An invented document that is none of the program's. */
export const NOTICE = `济南市样例局关于印发样例审批办法的通知
济样字〔2025〕9号
各有关单位：
一、总体要求
（一）加快审批。25个工作日内完成审批。（市科技局牵头，市卫生健康委配合）
济南市样例局
2025年3月1日
`
