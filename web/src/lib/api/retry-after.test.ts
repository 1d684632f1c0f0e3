import { AxiosError, AxiosHeaders, type AxiosResponse } from 'axios'
import { expect, it } from 'vitest'
import { retryAfter } from './retry-after'

const refused = (status: number, headers: Record<string, string> = {}) =>
  new AxiosError('refused', undefined, undefined, undefined, {
    status,
    headers: new AxiosHeaders(headers),
    data: { status },
  } as AxiosResponse)

it('reads how long a 429 asks to wait', () => {
  expect(retryAfter(refused(429, { 'retry-after': '42' }))).toBe(42)
  expect(retryAfter(refused(429, { 'retry-after': '0.4' }))).toBe(1)
})

it('waits a minute where nothing readable is said', () => {
  expect(retryAfter(refused(429))).toBe(60)
  expect(retryAfter(refused(429, { 'retry-after': 'soon' }))).toBe(60)
  expect(retryAfter(refused(429, { 'retry-after': '-5' }))).toBe(60)
})

it('waits for nothing else', () => {
  expect(retryAfter(refused(503, { 'retry-after': '9' }))).toBe(0)
  expect(retryAfter(new Error('odd'))).toBe(0)
})
