// Hands a file to the reader.
export function save(name: string, type: string, body: string | Blob): void {
  const address = URL.createObjectURL(new Blob([body], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

/** The longest side of a picture that every browser can make. */
const longest = 8192

/** Drawings that lie on each other, the lowest first, as a picture of twice their size, or as large as can be. Each is drawn in a task of its own. */
export async function picture({ layers, width, height }: { layers: string[]; width: number; height: number }): Promise<Blob> {
  const scale = Math.min(2, longest / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  for (const svg of layers) {
    await new Promise((next) => setTimeout(next)) // what is in the page itself is loaded at once
    const image = new Image()
    image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(svg)
    await image.decode()
    context?.drawImage(image, 0, 0, canvas.width, canvas.height)
    context?.getImageData(0, 0, 1, 1) // what is read must be drawn by now, else all would be at the end
  }
  return new Promise((done, fail) => canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('the browser made no picture'))), 'image/png'))
}
