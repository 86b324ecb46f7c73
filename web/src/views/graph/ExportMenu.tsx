import { useState } from 'react'
import { LEVELS } from '../../core/labels.ts'
import { useWords, type Words } from '../../core/words.ts'
import type { GraphData } from './graphData.ts'
import { writeGraphml } from './graphml.ts'
import type { Point } from './lanes.ts'
import { readPalette } from './palette.ts'
import type { Scene } from './scene.ts'
import { drawSvg } from './svgPicture.ts'

const WORDS = {
  export: ['导出', 'Export'],
  choose: ['导出…', 'Export…'],
  failed: ['图片没有生成。', 'The picture could not be made.'],
  note: ['政脉图谱 · 以“{title}”为中心 · {address}', 'Zhengmai · {title} · {address}'],
  other: ['其他', 'Other'],
} as const satisfies Record<string, Words>

interface Props {
  readonly title: string
  readonly focus: string
  readonly data: GraphData
  readonly scene: Scene
  readonly positions: () => ReadonlyMap<string, Point>
}

/** Sharpness of the picture: twice that of the screen, for print. */
const SHARPNESS = 2
/** Browsers refuse larger canvases. */
const LARGEST_SIDE = 12_000

/** The picture as PNG or SVG, the graph as GraphML. */
export function ExportMenu({ title, focus, data, scene, positions }: Props) {
  const words = useWords(WORDS)
  const levels = useWords(LEVELS)
  const [failed, setFailed] = useState(false)
  const draw = () => {
    const note = words.note
      .replace('{title}', title)
      .replace('{address}', `${location.origin}/graph?focus=${focus}`)
    return drawSvg(scene, positions(), readPalette(document.body), {
      ...{ title, note, font: getComputedStyle(document.body).fontFamily },
      laneName: (level) => (level === null ? words.other : (levels[level as keyof typeof levels] ?? level)),
    })
  }
  const save = async (kind: string) => {
    setFailed(false)
    try {
      if (kind === 'graphml')
        return download(title, 'graphml', new Blob([writeGraphml(data)], { type: 'application/graphml+xml' }))
      const { svg, width, height } = draw()
      const picture = new Blob([svg], { type: 'image/svg+xml' })
      download(title, kind, kind === 'svg' ? picture : await rasterise(picture, width, height))
    } catch {
      setFailed(true)
    }
  }
  return (
    <>
      <select aria-label={words.export} value="" onChange={({ target }) => void save(target.value)}>
        <option value="" disabled>
          {words.choose}
        </option>
        <option value="png">PNG</option>
        <option value="svg">SVG</option>
        <option value="graphml">GraphML</option>
      </select>
      {failed ? <span role="alert">{words.failed}</span> : null}
    </>
  )
}

async function rasterise(svg: Blob, width: number, height: number): Promise<Blob> {
  const address = URL.createObjectURL(svg)
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const scale = Math.min(SHARPNESS, LARGEST_SIDE / Math.max(width, height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(width * scale)
    canvas.height = Math.round(height * scale)
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    if (blob === null) throw new Error('no picture')
    return blob
  } finally {
    URL.revokeObjectURL(address)
  }
}

function download(title: string, ending: string, content: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = `${title.replace(/[\\/:*?"<>|\s]+/g, '_').slice(0, 60)}.${ending}`
  link.click()
  // the browser has taken it over by then
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
