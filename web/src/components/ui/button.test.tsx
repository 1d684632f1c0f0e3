import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { Button } from './button'

// `disabled` would drop the focus to the page's start each time a form is sent.
test.each([{ busy: true }, { 'aria-disabled': true }])(
  'held by %o it keeps the focus and takes no click',
  (held) => {
    const onClick = vi.fn()
    const html = renderToStaticMarkup(<Button {...held}>Save</Button>)
    expect(html).toContain('aria-disabled="true"')
    expect(html).not.toMatch(/ disabled(=|>)/)
    const event = { preventDefault: vi.fn() }
    Button({ ...held, type: 'submit', onClick }).props.onClick(event)
    expect(event.preventDefault).toHaveBeenCalledOnce()
    expect(onClick).not.toHaveBeenCalled()
  },
)

test('free, it is clicked', () => {
  const onClick = vi.fn()
  expect(renderToStaticMarkup(<Button>Save</Button>)).not.toContain('disabled=')
  Button({ onClick }).props.onClick()
  expect(onClick).toHaveBeenCalledOnce()
})
