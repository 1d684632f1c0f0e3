import { put } from '@/lib/api/client'
import type { SavedView, ViewDraft } from './saved-view'

export const updateView = ({ id, version }: SavedView, draft: ViewDraft) =>
  put<SavedView>(`/contacts/views/${id}`, draft, { ifMatch: version })
