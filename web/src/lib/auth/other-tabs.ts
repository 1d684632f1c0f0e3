export type Word = 'signed-in' | 'signed-out'

let channel: BroadcastChannel | undefined

// One for both directions: a second one would hear the first in this very tab.
const open = () => {
  if (typeof BroadcastChannel !== 'undefined') channel ??= new BroadcastChannel('flowstate-session')
  return channel
}

export const tellOtherTabs = (word: Word) => open()?.postMessage(word)

export const onOtherTab = (hear: (word: Word) => void) =>
  open()?.addEventListener('message', ({ data }: MessageEvent<Word>) => hear(data))
