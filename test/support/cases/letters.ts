import { caseOf } from './case.ts';

/** Letters from everywhere: pictures, Sámi letters, names that are read from right to left. */
export const letters = caseOf({
  name: 'letters',
  title: 'Čoahkkin 🏥 møte',
  template: 'frail-elderly',
  patient: { name: 'Áilo Ánde Ŋgárdŧŋđšž', birthYear: 1948 },
  people: {
    patient: { name: 'Áilo Ánde Ŋgárdŧŋđšž', role: 'patient' },
    wife: { name: 'فاطمة مختلقة', role: 'kin' },
    nurse: { name: 'שרה בדויה', role: 'hospital', profession: 'nurse', organisation: 'Sykehuset 🏔️ i fjellet' },
    officer: { name: 'Łukasz Žižek-Ðorđević', role: 'municipality', organisation: 'Kárášjoga gielda' },
  },
  facilitator: 'nurse',
  told: {
    story: 'Mun háliidan ruoktot 🏠 ja bohccuid lusa 🦌.\n❤️ 👨‍👩‍👧 🇳🇴',
    goals: [{ activity: 'Čuoigat 🎿', scoreNow: 3 }],
    needs: 'Trenger tolk: davvisámegiella, العربية og עברית.',
    services: [{ kind: 'other', extent: 'Duodji-gruppe 🧵', status: 'offered', contact: 'Łukasz' }],
    medications: [{ drug: 'Paracetamol 💊', dose: '½ tablett × 3 – «ved behov»', reason: 'µ, ° og ≥ 38,5' }],
    kin: { can: 'مرحبا، أستطيع الطبخ' },
    questions: [{ question: 'Goas beasan ruoktot?' }],
    disagreements: [{ topic: 'שעת הנסיעה הביתה', kinView: 'בבוקר', patientView: 'Eahkes', status: 'open' }],
  },
  said: [
    { who: 'patient' },
    { who: 'wife', decision: 'reserve', reason: 'أريد ترجمة' },
    { who: 'nurse' },
    { who: 'officer' },
  ],
  added: [{ who: 'wife', words: 'شكرا 🙏' }],
});
