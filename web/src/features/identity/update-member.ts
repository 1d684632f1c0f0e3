import { patch } from '@/lib/api/client'

export type MemberPlace = { role?: string; sponsorId?: string; noSponsor?: boolean }

export const updateMember = (id: string, place: MemberPlace, version: number) =>
  patch(`/identity/members/${id}`, place, { ifMatch: version })
