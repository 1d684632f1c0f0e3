import { AxiosError, type AxiosResponse } from 'axios'
import { expect, it, vi } from 'vitest'
import { addPeople, type Line } from './add-people'

const refusal = (errors: Record<string, string[]>) =>
  new AxiosError('no', undefined, undefined, undefined, {
    status: 400,
    data: { status: 400, code: 'invalid', errors },
  } as AxiosResponse)

const add = async (lines: Line[], create = vi.fn(() => Promise.resolve())) => {
  let shown = lines
  const result = await addPeople(lines, create, (next) => (shown = next))
  return { ...result, shown, create }
}

it('adds every filled line and leaves blank ones', async () => {
  const { added, left, shown, create } = await add([
    { name: 'Ana', reach: '' },
    { name: ' ', reach: '' },
    { name: 'Ben', reach: 'ben@x.no' },
  ])
  expect(create).toHaveBeenCalledTimes(2)
  expect({ added, left }).toEqual({ added: 2, left: false })
  expect(shown.every(({ name, reach }) => !name.trim() && !reach)).toBe(true)
})

it('keeps who was refused in their line, with the reason, and adds the others', async () => {
  const create = vi
    .fn(() => Promise.resolve())
    .mockRejectedValueOnce(refusal({ 'phones[0].value': ['Not a phone number.'] }))
    .mockRejectedValueOnce(refusal({ firstName: ['Too long.'] }))
  const { added, left, shown } = await add(
    [
      { name: 'Ana', reach: '12' },
      { name: 'Ben', reach: '' },
      { name: 'Cem', reach: '' },
    ],
    create,
  )
  expect({ added, left }).toEqual({ added: 1, left: true })
  expect(shown).toEqual([
    { name: 'Ana', reach: '12', reachError: 'Not a phone number.' },
    { name: 'Ben', reach: '', nameError: 'Too long.' },
    { name: '', reach: '' },
  ])
})

it('sends nobody while a line has no name, and forgets the reasons of the last try', async () => {
  const { left, shown, create } = await add([
    { name: 'Ana', reach: '12', reachError: 'Not a phone number.' },
    { name: '', reach: 'ben@x.no' },
  ])
  expect(create).not.toHaveBeenCalled()
  expect(left).toBe(true)
  expect(shown[0]).toEqual({ name: 'Ana', reach: '12' })
  expect(shown[1]?.nameError).toBeTruthy()
})
