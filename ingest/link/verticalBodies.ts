import type { PlaceNode } from '../../src/domain/nodes.ts'
import { agencyNode, type ResolvedAgency } from './agencyNode.ts'

/** Local offices of national bodies whose names follow no division: 泉城海关 is the customs of 济南's old town. */
const OFFICES: readonly {
  readonly pattern: RegExp
  readonly name: (place: string, kind: string) => string
  readonly official: (place: string, kind: string) => string
  readonly function: string
  readonly example: string
}[] = [
  {
    pattern: /^(?:中华人民共和国)?(.*?)(海关(?:驻.+办事处)?)$/u,
    name: (place, kind) => place + kind,
    official: (place, kind) => `中华人民共和国${place}${kind}`,
    function: '海关',
    example: '中华人民共和国泉城海关',
  },
  {
    pattern: /^国家金融(?:监督管理|监管)总局(.+?)(监管(?:局|分局|支局))$/u,
    name: (place, kind) => `${place}金融${kind}`,
    official: (place, kind) => `国家金融监督管理总局${place}${kind}`,
    function: '金融监管',
    example: '国家金融监督管理总局莱芜监管分局',
  },
  {
    // until 2023
    pattern: /^(?:中国)?(.+?)银保监((?:分)?局)$/u,
    name: (place, kind) => `${place}银保监${kind}`,
    official: (place, kind) => `中国银行保险监督管理委员会${place}监管${kind}`,
    function: '金融监管',
    example: '济宁银保监分局',
  },
  {
    pattern: /^(?:(?:中国)?人民银行|人行)(.*?)((?:分行|支行|中心支行|中支|营业管理部))$/u,
    name: (place, kind) => `人民银行${place}${kind.replace('中支', '中心支行')}`,
    official: (place, kind) => `中国人民银行${place}${kind.replace('中支', '中心支行')}`,
    function: '人民银行',
    example: '人民银行莱芜支行',
  },
  {
    pattern: /^国家税务总局(.+?)(税务局)$/u,
    name: (place, kind) => `${place}${kind}`,
    official: (place, kind) => `国家税务总局${place}${kind}`,
    function: '税务',
    example: '国家税务总局济南高新技术产业开发区税务局',
  },
]

/** A local office of a national body by its own wording; it belongs to 国家. */
export function readVertical(printed: string, nation: PlaceNode | null): ResolvedAgency | null {
  for (const office of OFFICES) {
    const match = office.pattern.exec(printed)
    if (!match) continue
    const [, place = '', kind = ''] = match
    return agencyNode({
      name: office.name(place, kind),
      officialName: office.official(place, kind),
      function: office.function,
      place: nation,
    })
  }
  return null
}

export const VERTICAL_EXAMPLES = OFFICES.map(({ pattern, example }) => ({ pattern, example }))
