import { useEffect, useState } from 'react'

export const useDebounced = <T>(value: T, ms: number) => {
  const [late, setLate] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setLate(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return late
}
