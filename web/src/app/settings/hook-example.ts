const paths = { dm: 'dm', lead: 'capi/lead' } as const

/** Where a source sends to: the address that its maker fills in. */
export const hookAddress = (what: keyof typeof paths, source: string, origin = window.location.origin) =>
  `${origin}/hooks/${paths[what]}/${source}`

/** A delivery that works when it is pasted into a shell: openssl signs it as the server verifies it. */
export const hookExample = (source: string, secret: string, origin?: string) =>
  [
    `secret='${secret}'`,
    `body='{"event_id":"test-1","channel":"ig","handle":"ana.silva","name":"Ana Silva","text":"Hi!","direction":"in"}'`,
    'id="msg_$(date +%s)"; time=$(date +%s)',
    `key=$(printf %s "\${secret#whsec_}" | base64 -d | od -An -tx1 | tr -d ' \\n')`,
    'signature=$(printf %s "$id.$time.$body" | openssl dgst -sha256 -mac HMAC -macopt hexkey:$key -binary | base64)',
    `curl -sS '${hookAddress('dm', source, origin)}' \\`,
    '  -H "content-type: application/json" -H "webhook-id: $id" -H "webhook-timestamp: $time" \\',
    '  -H "webhook-signature: v1,$signature" -d "$body"',
  ].join('\n')
