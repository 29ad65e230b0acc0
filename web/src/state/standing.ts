// How a claim can stand, from strong to weak, and how each standing is drawn: line, glyph, word and colour say the same.
export const looks = {
  DETERMINED: { glyph: '■', line: 'thick', word: 'determined', meaning: 'a competent body found it' },
  ADMITTED: { glyph: '◆', line: 'thick', word: 'admitted', meaning: 'the accused confirmed it' },
  RECORDED: { glyph: '●', line: 'solid', word: 'recorded', meaning: 'an official register holds it' },
  REPORTED: { glyph: '◐', line: 'solid', word: 'reported', meaning: 'a publisher says so in its own voice' },
  STATED: { glyph: '○', line: 'solid', word: 'stated', meaning: 'somebody says so' },
  ALLEGED: { glyph: '?', line: 'dashed', word: 'alleged', meaning: 'alleged, not established' },
  DISPUTED: { glyph: '≠', line: 'broken', word: 'disputed', meaning: 'alleged, and a party denies it' },
  REFUTED: { glyph: '×', line: 'struck', word: 'refuted', meaning: 'a competent body found against it' },
  RETRACTED: { glyph: '↩', line: 'struck', word: 'retracted', meaning: 'withdrawn by who said it' },
  UNASSERTED: { glyph: '–', line: 'struck', word: 'never said', meaning: 'denied or commented on, never asserted' },
} as const

export type Standing = keyof typeof looks

export const standings = Object.keys(looks) as Standing[]

/** What "include alleged ties" switches on and off. */
export const allegedOnly: Standing[] = ['ALLEGED', 'DISPUTED']

/** The strongest of some standings, undefined of none. */
export function strongest(of: Standing[]): Standing | undefined {
  return standings.find((value) => of.includes(value))
}
