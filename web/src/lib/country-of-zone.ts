/** The zones by country, each by its city: where most people who set this up are, not the whole atlas. */
const zones = `
AE Dubai;AL Tirane;AM Yerevan;AR Buenos_Aires Cordoba Mendoza Salta;AT Vienna
AU Sydney Melbourne Brisbane Perth Adelaide Hobart Darwin;AZ Baku;BA Sarajevo;BD Dhaka Dacca;BE Brussels;BG Sofia
BO La_Paz;BR Sao_Paulo Bahia Fortaleza Recife Manaus Belem Cuiaba Campo_Grande;BY Minsk
CA Toronto Vancouver Montreal Edmonton Winnipeg Halifax Regina St_Johns;CH Zurich;CL Santiago;CN Shanghai Urumqi
CO Bogota;CR Costa_Rica;CY Nicosia;CZ Prague;DE Berlin Busingen;DK Copenhagen;DO Santo_Domingo;DZ Algiers
EC Guayaquil;EE Tallinn;EG Cairo;ES Madrid Canary Ceuta;ET Addis_Ababa;FI Helsinki;FR Paris
GB London Belfast;GE Tbilisi;GH Accra;GR Athens;GT Guatemala;HK Hong_Kong;HN Tegucigalpa;HR Zagreb;HU Budapest
ID Jakarta Makassar Jayapura Pontianak;IE Dublin;IL Jerusalem Tel_Aviv;IN Kolkata Calcutta;IQ Baghdad;IR Tehran
IS Reykjavik;IT Rome;JM Jamaica;JO Amman;JP Tokyo;KE Nairobi;KR Seoul;KW Kuwait;KZ Almaty Qyzylorda;LB Beirut
LI Vaduz;LK Colombo;LT Vilnius;LU Luxembourg;LV Riga;MA Casablanca;MC Monaco;MD Chisinau;ME Podgorica;MK Skopje
MT Malta;MX Mexico_City Monterrey Tijuana Cancun Merida Chihuahua Hermosillo;MY Kuala_Lumpur Kuching;NG Lagos
NI Managua;NL Amsterdam;NO Oslo;NP Kathmandu Katmandu;NZ Auckland;PA Panama;PE Lima;PH Manila;PK Karachi
PL Warsaw;PR Puerto_Rico;PT Lisbon Madeira Azores;PY Asuncion;QA Qatar;RO Bucharest;RS Belgrade
RU Moscow Kaliningrad Samara Yekaterinburg Novosibirsk Krasnoyarsk Vladivostok Volgograd;SA Riyadh;SE Stockholm
SG Singapore;SI Ljubljana;SK Bratislava;SV El_Salvador;TH Bangkok;TN Tunis;TR Istanbul;TW Taipei;TZ Dar_es_Salaam
UA Kyiv Kiev;UG Kampala;US New_York Chicago Denver Los_Angeles Phoenix Anchorage Detroit Honolulu Boise Indianapolis
UY Montevideo;UZ Tashkent;VE Caracas;VN Ho_Chi_Minh Saigon;ZA Johannesburg`

const countryOf = new Map(
  zones
    .trim()
    .split(/[;\n]/)
    .flatMap((line) => {
      const [country = '', ...cities] = line.split(' ')
      return cities.map((city) => [city, country] as const)
    }),
)

/** A guess: where the clock is, else what the browser's language speaks for (people read English everywhere); else "". */
export const countryOfZone = (zone: string, language: string): string =>
  countryOf.get(zone.split('/').at(-1) ?? '') ?? new Intl.Locale(language).region ?? ''
