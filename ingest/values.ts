/** The values that pass from stage to stage: bytes → SourceText → NormalText → Outline → Facts → DocumentBundle. */
import type { Notice } from '../src/domain/notice.ts'
import type { Span, TextRange } from '../src/domain/span.ts'
import type { Bound, Relation, Role, TargetKind } from '../src/domain/vocabulary.ts'
import type { Edit } from '../src/text/edits.ts'

/** A file as given. */
export interface InputFile {
  /** Base name; of a file in an archive with the archive's name before it: `a.zip/folder/b.txt`. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** `printed`: lines as they were printed, wraps and pages among them; `paragraphs`: each line is a paragraph already. */
export type TextLayout = 'printed' | 'paragraphs'

/** That a text was recognised from images; the confidence is the mean over the characters, 0 to 1. */
export interface Recognition {
  readonly confidence: number
}

/** read: the file as decoded. */
export interface SourceText {
  readonly name: string
  readonly mediaType: string
  readonly sha256: string
  readonly bytes: Uint8Array
  /** WHATWG label of the encoding that was used. */
  readonly encoding: string
  readonly text: string
  readonly notices: readonly Notice[]
  readonly layout: TextLayout
  /** Offset in `text` at which each page begins; empty where the format has no pages. */
  readonly pageStarts: readonly number[]
  readonly recognition: Recognition | null
  /** What leads from `text` to the text of the document: in HTML tags, entities, navigation. */
  readonly edits: readonly Edit[]
}

/**
 * normalise: simplified Chinese, Chinese punctuation, half-width digits and Latin letters, one paragraph a line (`\n`),
 * no blank lines, no spaces inside Chinese text, no page marks, wraps, rubies or page furniture. A line with tabs is a
 * table row, its cells separated by `\t`; only there a space between two Han characters is kept.
 */
export interface NormalText {
  readonly text: string
  /** The smallest range of the source text that covers the same characters. */
  toSource(range: TextRange): TextRange
  readonly notices: readonly Notice[]
}

/** The span of a range of the normalised text. */
export function spanOf(normal: NormalText, start: number, end: number): Span {
  return { start, end, source: normal.toSource({ start, end }) }
}

/** A numbered element of the body: a section, a clause or an item. */
export interface OutlineNode {
  /** Which numbering it bears, see `parse/labels.ts`. */
  readonly scheme: string
  /** As printed, full-width brackets, without a following 、 or full stop: 一, （三）, 第五条, 1. */
  readonly label: string
  /** Null where the numeral cannot be read. */
  readonly number: number | null
  /** From the label to the end of its last line, children included. */
  readonly range: TextRange
  /** The heading without its final full stop; null where it has none. */
  readonly title: TextRange | null
  /** What follows the heading, own paragraphs only up to the first child; empty where there is none. */
  readonly body: TextRange
  readonly children: readonly OutlineNode[]
}

/** A clause as found by its form, before any fact is read from it. */
export interface OutlineClause {
  readonly node: OutlineNode
  /** Index into `Outline.sections`; null for a clause that stands in no section. */
  readonly section: number | null
  /** Index into `Outline.annexes`; null for a clause of the document's own body. */
  readonly annex: number | null
  /** From the end of the heading to the end of the clause, items and inner notes included. */
  readonly content: TextRange
  readonly items: readonly OutlineNode[]
}

export interface OutlineSection {
  readonly node: OutlineNode
  /** Index of the section that it stands in. */
  readonly parent: number | null
  /** Index into `Outline.annexes`; null for a section of the document's own body. */
  readonly annex: number | null
  /** Its own paragraphs, which stand in no clause: a lead, or all of a section without clauses. */
  readonly prose: TextRange | null
}

/** An annex, or a further document that the same notice issues: its lines as they stand, tables among them. */
export interface OutlineAnnex {
  /** As printed: 附件2; empty for a further document that bears none. */
  readonly label: string
  readonly title: readonly TextRange[]
  readonly range: TextRange
  /** Table rows (lines with tabs), in order. */
  readonly rows: readonly TextRange[]
  /** Paragraphs that stand in none of its sections and clauses; those are in `Outline.sections` and `Outline.clauses`. */
  readonly prose: readonly TextRange[]
}

/** parse: the parts of the document by GB/T 9704—2012 and the numbered body. */
export interface Outline {
  readonly normal: NormalText
  /** Fields of a portal's metadata table: 索引号 …. */
  readonly metadata: readonly { readonly name: string; readonly value: TextRange }[]
  /** 发文机关标志. */
  readonly redHeader: readonly TextRange[]
  /** 发文字号. */
  readonly number: TextRange | null
  readonly title: readonly TextRange[]
  /** 题注: when and by whom it was passed, amended, made known; below the title, brackets included where printed. */
  readonly captions: readonly TextRange[]
  /** Title lines of the document that this one issues or forwards. */
  readonly carriedTitle: readonly TextRange[]
  /** 主送机关. */
  readonly recipients: TextRange | null
  /** Paragraphs before the first numbered element. */
  readonly preamble: readonly TextRange[]
  readonly sections: readonly OutlineSection[]
  readonly clauses: readonly OutlineClause[]
  /** Paragraphs after the last numbered element. */
  readonly closing: readonly TextRange[]
  /** 发文机关署名 and 成文日期. */
  readonly signatories: readonly TextRange[]
  readonly signedOn: TextRange | null
  /** 附注, with brackets. */
  readonly annotations: readonly TextRange[]
  /** 抄送, one range a line. */
  readonly copiedTo: readonly TextRange[]
  /** 印发机关和印发日期. */
  readonly imprint: TextRange | null
  readonly annexes: readonly OutlineAnnex[]
  readonly notices: readonly Notice[]
}

/** Where a duty was noted: at its clause, at its section, or for the whole document. */
export type NoteOrigin = 'NOTE' | 'SECTION_NOTE' | 'DOCUMENT_NOTE'

/** One note that gives an agency a role. */
export interface DutyMention {
  readonly printed: string
  readonly range: TextRange
  /** The note, brackets included. */
  readonly note: TextRange
  readonly role: Role
  readonly scope: string | null
  /** ISO date by which the note says that it is due. */
  readonly deadline: string | null
}

/** An agency's part in a clause, from its notes. */
export interface DutyFact {
  readonly printed: string
  readonly range: TextRange
  readonly role: Role
  readonly origin: NoteOrigin
  readonly mentions: readonly DutyMention[]
}

/** A citation as printed. */
export interface CitationFact {
  readonly title: string | null
  readonly number: string | null
  readonly range: TextRange
  readonly relation: Relation
  readonly cue: string | null
  /** The issuer named beside the title. */
  readonly issuerHint: string | null
  readonly locator: string | null
  /** Absent where it stands in 《》 or is a number: else a name without marks (药品管理法), or a word that refers back (该通知). */
  readonly naming?: 'NAME' | 'REFERENCE'
}

/** A provision of the document itself that one of its clauses refers to: 前款, 本条第一款, 本办法第三条第二款. */
export interface InnerReference {
  readonly words: string
  readonly range: TextRange
  /** Index into the clauses; null where the document has none of that number. */
  readonly clause: number | null
  /** The paragraph (款) of that clause; null where the whole clause is meant or has no such paragraph. */
  readonly paragraph: TextRange | null
}

/** A target as printed. */
export interface TargetFact {
  readonly targetKind: TargetKind
  readonly bound: Bound
  readonly metric: string | null
  readonly value: number | null
  readonly valueMax: number | null
  readonly unit: string | null
  readonly amount: number | null
  readonly amountUnit: string | null
  readonly baseline: number | null
  readonly condition: string | null
  readonly deadline: string | null
  readonly range: TextRange
  readonly confidence: number
}

/** A row of a ledger as read, its cells mended. */
export interface LedgerFact {
  readonly ordinal: number
  readonly task: string | null
  readonly measure: string
  /** Who answers for the row: 牵头 first, then 责任. */
  readonly lead: readonly string[]
  /** Those of `lead` that the table calls 责任, 负责 or 实施, without saying who leads. */
  readonly responsible: readonly string[]
  readonly support: readonly string[]
  readonly deadline: string | null
  /** Index into the clauses. */
  readonly clause: number | null
  readonly range: TextRange
}
