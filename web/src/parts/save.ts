// Hands a file to the reader.
export function save(name: string, type: string, body: string): void {
  const address = URL.createObjectURL(new Blob([body], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
