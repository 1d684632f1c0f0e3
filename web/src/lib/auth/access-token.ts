/** The access token lives in this module's memory and nowhere else: no storage a script could read later. */
let token: string | null = null

export const accessToken = () => token
export const setAccessToken = (next: string | null) => {
  token = next
}
