/**
 * 文种 and the names of plans and rules, longest first so that 实施意见 wins over 意见. 管理 says what a rule is about, not what
 * it is: …管理办法 is a 办法.
 */
export const DOCUMENT_KINDS: readonly string[] = [
  '重点任务分工方案',
  '三年行动计划',
  '行动计划',
  '行动方案',
  '工作方案',
  '实施方案',
  '实施细则',
  '实施办法',
  '实施意见',
  '若干政策措施',
  '若干措施',
  '若干政策',
  '若干意见',
  '若干规定',
  '政策措施',
  '工作措施',
  '工作要点',
  '工作计划',
  '指导意见',
  '专项规划',
  '暂行办法',
  '暂行规定',
  '发展规划',
  '工作规则',
  '工作指引',
  '实施条例',
  '操作规程',
  '应急预案',
  '命令',
  '决定',
  '决议',
  '公告',
  '公报',
  '通告',
  '意见',
  '通知',
  '通报',
  '报告',
  '请示',
  '批复',
  '议案',
  '纪要',
  '措施',
  '方案',
  '计划',
  '规划',
  '办法',
  '规定',
  '细则',
  '条例',
  '规则',
  '规范',
  '标准',
  '指南',
  '指引',
  '纲要',
  '目录',
  '清单',
  '预案',
  '规程',
  '章程',
  '准则',
  '守则',
  '制度',
  '答复',
  '政策',
  '要点',
  '函',
  '令',
  '法',
].sort((a, b) => b.length - a.length)

/** A trailing bracket of a title that is no part of the 文种: （试行）, （2024年）, （2023-2025年）. */
const TRAILING_BRACKET = /(?:（[^（）]{1,20}）)+$/

/**
 * The 文种 at the end of a title: `…的实施意见` → 实施意见, `…若干措施（2024年）` → 若干措施; null where it names none.
 * @see 《党政机关公文处理工作条例》第八条 (15 kinds); the others are the names that plans and rules bear.
 */
export function kindOfTitle(title: string): string | null {
  const bare = title.replace(TRAILING_BRACKET, '').replace(/[》”]+$/, '')
  return DOCUMENT_KINDS.find((kind) => bare.endsWith(kind)) ?? null
}
