import type { Relation } from '../../src/domain/vocabulary.ts'

export interface CueRule {
  readonly id: string
  readonly pattern: RegExp
  readonly relation: Relation
  /** A phrase whose citation has the relation. */
  readonly example: string
}

/** Wordings before a title or number; the one that stands nearest governs. */
export const CUES_BEFORE: readonly CueRule[] = [
  {
    id: 'cue/implement',
    pattern:
      /(?:深入|全面|认真|切实|坚决|严格|进一步|扎实)?(?:(?:贯彻落实|贯彻执行|贯彻实施|贯彻|落实)(?:好|到位)?|(?<=深入|全面|扎实|切实)(?:组织)?实施)/g,
    relation: 'IMPLEMENTS',
    example: '为深入贯彻落实《某省优化营商环境条例》',
  },
  {
    id: 'cue/basis',
    pattern: /(?:根据|依据|依照|按照|遵照)/g,
    relation: 'BASED_ON',
    example: '根据《中华人民共和国药品管理法》',
  },
  {
    id: 'cue/by',
    pattern: /(?<=事宜|事项|继续|仍|暂|均|，|^)按(?!照)/g,
    relation: 'BASED_ON',
    example: '未尽事宜按某政发〔2020〕1号文件执行',
  },
  {
    // 继续执行《…》 goes on with a document; it neither implements nor rests on it.
    id: 'cue/continue',
    pattern: /(?:继续执行|转发|批转|修改|修订|修正|衔接|对照|参考|继续实施)/g,
    relation: 'CITES',
    example: '补助标准继续执行《某市扶持办法》',
  },
  {
    // what is taken as a pattern is no basis
    id: 'cue/likewise',
    pattern: /(?:参照|比照|仿照)/g,
    relation: 'CITES',
    example: '其他区域参照《某市湿地办法》执行',
  },
  {
    // to obey a rule is not to carry out a policy: only 贯彻 and 落实 implement
    id: 'cue/obey',
    pattern: /(?:严格|认真|全面|切实)?(?:(?<!贯彻|继续)执行|遵守|遵循|适用|违反)/g,
    relation: 'CITES',
    example: '严格执行《某省湿地条例》',
  },
  {
    id: 'cue/repeal',
    pattern: /(?:废止|代替|替代|取代)/g,
    relation: 'SUPERSEDES',
    example: '同时废止《某市管理办法》',
  },
]

/** Wordings after a title or number; group 1 is the cue. */
export const CUES_AFTER: readonly CueRule[] = [
  {
    id: 'cue/repealed',
    // not 不再执行《丙》, which speaks of the title that follows
    pattern:
      /^[^。；《》]{0,40}?((?:同时|即行|即时|相应|予以)?(?:废止|失效|停止执行|不再执行))(?![^，。；]{0,8}《)/,
    relation: 'SUPERSEDES',
    example: '《某市管理办法》（某政发〔2018〕3号）同时废止',
  },
]
