import { getFile } from './client'

/** Has the browser keep what the server answers as a file of this name. */
export const saveFile = async (url: string, name: string, params?: object, data?: object) =>
  saveBlob(await getFile(url, params, data), name)

export const saveBlob = (file: Blob, name: string) => {
  const address = URL.createObjectURL(file)
  Object.assign(document.createElement('a'), { href: address, download: name }).click()
  URL.revokeObjectURL(address)
}
