/** How the names of Chinese administrative divisions are shortened. */

/** Nationalities in the names of autonomous areas, longest first where one contains another (State Council list of 56). */
const NATIONALITIES =
  '(?:维吾尔|壮族|回族|藏族|苗族|彝族|布依族|朝鲜族|满族|侗族|瑶族|土家族|白族|哈尼族|哈萨克族?|傣族|黎族|傈僳族|佤族|畲族|' +
  '拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族?|土族|达斡尔族?|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族?|阿昌族|' +
  '普米族|塔吉克族?|怒族|独龙族|鄂温克族?|鄂伦春族?|保安族|裕固族|门巴族|珞巴族|蒙古族?|各族)'
const AUTONOMOUS = new RegExp(`^(.{2,}?)(?:${NATIONALITIES})+自治(?:区|州|县|旗)$`, 'u')
const PLAIN_AUTONOMOUS = /^(.{2,})自治(?:区|州|县|旗)$/u
const SUFFIX = /(?:特别行政区|地区|林区|特区|新区|省|市|县|区|盟)$/u

/** Whole words of running text that are also the full name of a district; they name it only beside its parent. */
const COMMON_WORDS = new Set(['城区', '郊区', '矿区', '东区', '西区', '新城区', '老城区', '城中区', '城关区'])

/**
 * The name without its rank: 济南市 → 济南, 延边朝鲜族自治州 → 延边, 浦东新区 → 浦东.
 * Null where one character would remain (赵县), since that names nothing by itself, or where nothing can be cut.
 */
export function shortPlaceName(name: string): string | null {
  const autonomous = AUTONOMOUS.exec(name)?.[1] ?? PLAIN_AUTONOMOUS.exec(name)?.[1]
  const short = autonomous ?? name.replace(SUFFIX, '')
  return short.length < 2 || short === name ? null : short
}

/** The usual name of an autonomous prefecture or county between the full and the short one: 延边州, 长白县; else null. */
export function middlePlaceName(name: string): string | null {
  const rank = /自治([州县])$/u.exec(name)?.[1]
  const short = rank === undefined ? null : shortPlaceName(name)
  return short === null ? null : short + rank
}

/** Whether a full name is too common a word to stand for the place without its parent: 城区, 郊区. */
export function isCommonWord(name: string): boolean {
  return COMMON_WORDS.has(name)
}
