import { post } from '@/lib/api/client'
import type { SavedView, ViewDraft } from './saved-view'

export const createView = (draft: ViewDraft) => post<SavedView>('/contacts/views', draft)
