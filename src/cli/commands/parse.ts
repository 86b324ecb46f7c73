import type { AddCommand } from '../addCommand.ts'

/** `zhengmai parse <file>`: one JSON object on standard output and nothing else there. */
export const addParse: AddCommand = (program, { terminal, parse }) => {
  program
    .command('parse')
    .description(
      '解析一个文件，输出 JSON，不写入数据 read one file and print what was found, storing nothing',
    )
    .argument('<file>', '文件')
    .option('--json', '总是 JSON it is always JSON')
    .option('--no-ocr', '不识别扫描页和图片 do not recognise scans')
    .action(async (path: string, { ocr }: { ocr: boolean }) => {
      terminal.out(`${JSON.stringify(await parse({ path, noOcr: !ocr }), null, 2)}\n`)
    })
}
