/** `npm run quality`: precision and recall per field on the annotated documents; `--errors` lists each difference. */
import { measure } from './measure.ts'
import { readSeedDocuments } from './seedDocuments.ts'

const figures = measure(await readSeedDocuments())
console.log('field                    gold   got  precision  recall     F1')
for (const { field, gold, got, precision, recall, f1 } of figures) {
  const columns = [
    String(gold).padStart(5),
    String(got).padStart(5),
    precision.toFixed(3).padStart(9),
    recall.toFixed(3).padStart(6),
  ]
  console.log(`${field.padEnd(23)} ${columns.join('  ')}  ${f1.toFixed(3).padStart(5)}`)
}
if (process.argv.includes('--errors')) {
  for (const { field, errors } of figures) for (const error of errors) console.log(`${field}: ${error}`)
}
