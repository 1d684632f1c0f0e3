/** What an iPhone exports: grouped properties, a label of its own, several ways to reach one person. */
export const phoneBook = `BEGIN:VCARD
VERSION:3.0
PRODID:-//Apple Inc.//iPhone OS 18.1//EN
N:Okafor;Lena;;;
FN:Lena Okafor
ORG:Fjord Fitness;Studio
EMAIL;type=INTERNET;type=HOME;type=pref:lena@fjord.example
EMAIL;type=INTERNET;type=WORK:studio@fjord.example
TEL;type=CELL;type=VOICE;type=pref:+47 912 34 567
item1.TEL:+47 22 33 44 55
item1.X-ABLabel:Studio
END:VCARD
BEGIN:VCARD
VERSION:3.0
N:Brito;Tomás;;;
FN:Tomás Brito
TEL;type=CELL:+351 912 345 678
END:VCARD
`.replaceAll('\n', '\r\n')

/** Google Contacts, as exported since 2024. */
export const googleBook = `First Name,Middle Name,Last Name,Organization Name,Organization Title,Phone 1 - Label,Phone 1 - Value,E-mail 1 - Label,E-mail 1 - Value
Sara,,Lind,Lind Yoga,Founder,Mobile,+46 70 123 45 67,Work,sara@lind.example
Ivo,,Petrov,Petrov & Co,,,,Home,ivo@petrov.example
`
