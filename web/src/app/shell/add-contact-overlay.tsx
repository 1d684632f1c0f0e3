import { useNavigate } from '@tanstack/react-router'
import { AddContactSheet } from '@/features/contacts/add-contact-sheet'

export const AddContactOverlay = ({ onClose }: { onClose: () => void }) => {
  const navigate = useNavigate()
  return (
    <AddContactSheet
      onClose={onClose}
      onCreated={(id) => {
        onClose()
        void navigate({ to: '/contacts/$id', params: { id } })
      }}
    />
  )
}
