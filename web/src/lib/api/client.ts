import axios, { type AxiosError, type AxiosRequestConfig, type InternalAxiosRequestConfig } from 'axios'
import { accessToken } from '@/lib/auth/access-token'
import { refreshSession } from '@/lib/auth/refresh-session'
import { endSession } from '@/lib/auth/session'
import { newId } from '@/lib/new-id'
import { type Envelope, type Page, pageOf } from './envelope'

const http = axios.create({ baseURL: '/api/v1', paramsSerializer: { indexes: null }, timeout: 30_000 })

http.interceptors.request.use((request) => {
  const token = accessToken()
  if (token) request.headers.set('Authorization', `Bearer ${token}`)
  return request
})

type Again = InternalAxiosRequestConfig & { retried?: boolean }

// A 401 means the 15 minutes are over: refresh once for everybody who waits, then ask again.
http.interceptors.response.use(undefined, async (error: AxiosError) => {
  const request = error.config as Again | undefined
  if (error.response?.status !== 401 || !request || request.retried || !accessToken()) throw error
  request.retried = true
  try {
    await refreshSession()
  } catch (refused) {
    // Only the server's "no" ends the session; a network that is down must not sign anybody out.
    if (axios.isAxiosError(refused) && refused.response?.status === 401) endSession('refused')
    throw error
  }
  return http.request(request)
})

const call = async <T>(config: AxiosRequestConfig) => (await http.request<Envelope<T>>(config)).data

export const get = async <T>(url: string, params?: object, signal?: AbortSignal) =>
  (await call<T>({ url, params, signal })).data

/** For what carries its version in the ETag and not in itself. */
export const getVersioned = async <T>(url: string, signal?: AbortSignal) => {
  const { data, headers } = await http.request<Envelope<T>>({ url, signal })
  return { data: data.data, version: /\d+/.exec(String(headers.etag))?.[0] }
}

/** With data it is asked for by a POST: what is meant may be too long for an address. */
export const getFile = async (url: string, params?: object, data?: object) =>
  (
    await http.request<Blob>({
      method: data && 'post',
      url,
      params,
      data,
      responseType: 'blob',
      timeout: 0,
    })
  ).data

export const getPage = async <T>(url: string, params?: object, signal?: AbortSignal): Promise<Page<T>> =>
  pageOf(await call<T[]>({ url, params, signal }))

type Write = {
  ifMatch?: string | number
  headers?: Record<string, string>
  /** For a file: told the share that has been sent. It may take as long as the line needs. */
  onSent?: (share: number) => void
}

// Made once per call: a request that is sent again after a refresh keeps its key, and what it did is not done twice.
const headersOf = ({ ifMatch, headers }: Write) => ({
  'Idempotency-Key': newId(),
  ...headers,
  ...(ifMatch === undefined ? {} : { 'If-Match': `"${ifMatch}"` }),
})

const send = async <T>(method: string, url: string, data: unknown, write: Write) => {
  const { onSent } = write
  const upload: AxiosRequestConfig = onSent
    ? { timeout: 0, onUploadProgress: ({ progress }) => onSent(progress ?? 0) }
    : {}
  const body = await call<T>({ method, url, data, headers: headersOf(write), ...upload })
  return (body as Envelope<T> | '') === '' ? (undefined as T) : body.data
}

export const post = <T = void>(url: string, data?: unknown, write: Write = {}) =>
  send<T>('post', url, data, write)
export const put = <T = void>(url: string, data?: unknown, write: Write = {}) =>
  send<T>('put', url, data, write)
export const patch = <T = void>(url: string, data?: unknown, write: Write = {}) =>
  send<T>('patch', url, data, write)
export const del = (url: string, data?: unknown) => send<void>('delete', url, data, {})
