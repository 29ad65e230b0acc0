// Text from a source where nothing isolates it, as in Markdown or a line of a drawing. This module is pure.

/** Writes out what is not seen but turns the direction or breaks a file: direction marks and control characters, by their numbers. */
export function visible(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g, (c) => `⟨U+${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`)
}
