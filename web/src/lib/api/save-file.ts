import { getFile } from './client'

/** Has the browser keep what the server answers as a file of this name. */
export const saveFile = async (url: string, name: string, params?: object, data?: object) => {
  const address = URL.createObjectURL(await getFile(url, params, data))
  Object.assign(document.createElement('a'), { href: address, download: name }).click()
  URL.revokeObjectURL(address)
}
