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

/** A drawing as a picture of twice its size, or as large as can be. */
export async function picture(svg: string, width: number, height: number): Promise<Blob> {
  const scale = Math.min(2, longest / Math.max(width, height))
  const image = new Image()
  image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(svg)
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((done, fail) => canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('the browser made no picture'))), 'image/png'))
}
