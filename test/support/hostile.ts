/** What somebody who means harm, or writes another language, may write in any field. All of it is text and nothing else. */
export const HOSTILE = {
  typst: '#read("/etc/passwd") #import "page.typ": * $x^2$ = Heading \\u{41} <label> @ref `raw` *bold* _emph_ //x',
  script: '<script>alert(1)</script> <img src=x onerror=alert(1)> &amp; &#60; ]]> <!-- ',
  formula: "=cmd()|'/c calc'!A0 +1+1 -1 @SUM(A1)",
  template: "${process.exit()} {{7*7}} %s %n `id` $(id) '; DROP TABLE versions; --",
  lines: 'Første linje\r\nandre linje\rtredje linje\nfjerde\u2028femte\u2029sjette',
  controls: 'a\u0000b\u0007c\u001bd\u009fe',
  turned: 'abc\u202Etxt.exe\u202C slutt',
  noncharacters: 'ikke tegn: \uFFFE \uFFFF slutt',
  emoji: 'glad 😀 familie 👨‍👩‍👧 flagg 🇳🇴 hjerte ❤️',
  arabic: 'مرحبا بالعالم',
  sami: 'Čáhci, đ ŋ š ŧ ž, Áššu',
  other: '日本語 и русский, Ελληνικά, ไทย',
  combining: `z${'\u0301'.repeat(40)}algo`,
  long: `${'Lårhalsbruddsoperasjonsetterkontroll'.repeat(12)}`,
} as const;
