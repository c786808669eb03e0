import { countWords } from '../shared/domain/words.ts';

const SLOTS: Readonly<Record<string, readonly string[]>> = {
  body: [
    'The Ministry of the Interior',
    'The National Coordination Office',
    'The Office of the Prosecutor General',
    'The Border Guard of Maravia',
    'The Ministry of Justice',
    'The Parliamentary Oversight Committee',
    'The Maravian Police Service',
    'The Ministry of Education',
    'The Financial Intelligence Unit',
    'The Ombudsperson',
    'The Council of Coastal Regions',
    'The National Prison Service',
  ],
  duty: [
    'shall review',
    'will publish',
    'is responsible for',
    'shall keep under review',
    'will coordinate',
    'shall evaluate',
    'will strengthen',
    'shall report on',
  ],
  matter: [
    'the procedures for sharing information between agencies',
    'the support offered to victims and their families',
    'the training of frontline staff',
    'the protection of crowded places and critical services',
    'the safeguards that apply to watch lists',
    'the programmes for release and reintegration',
    'the controls on the movement of funds through informal channels',
    'the readiness of hospitals and emergency services',
    'the legal basis for the use of special investigative measures',
    'the dialogue with communities in the northern districts',
    'the rules for requesting evidence from service providers abroad',
    'the assessment of risks at ports and crossings',
  ],
  partner: [
    'civil society organisations',
    'the regional authorities',
    'the Valen and Ostrel districts',
    'independent experts',
    'neighbouring states',
    'the chambers of commerce',
    'universities and schools',
    'the association of municipalities',
    'religious and community leaders',
  ],
  time: [
    'within twelve months',
    'by the end of each year',
    'before the mid-term review',
    'in the first half of the period',
    'every two years',
    'without delay',
  ],
  reason: [
    'so that any restriction of rights is necessary, proportionate and open to challenge',
    'because measures that lack public trust do not last',
    'in order to avoid duplication between the services',
    'so that lessons from exercises are acted upon',
    'in keeping with the obligations of Maravia under international law',
    'with particular regard to the situation of children and of young people',
    'and makes the findings available to Parliament and the public',
  ],
  subject: [
    'Prevention',
    'Oversight',
    'Information exchange',
    'Border management',
    'Support for victims',
    'Criminal justice',
    'Resilience',
    'Evaluation',
    'Community engagement',
    'Rehabilitation',
  ],
  angle: [
    'in the regions',
    'and the rule of law',
    'across government',
    'at the local level',
    'during the period',
    'in times of crisis',
    'with partners abroad',
    'online',
  ],
  indicator: [
    'share of cases reviewed',
    'staff trained',
    'agreements in force',
    'days until first contact',
    'reports published',
    'exercises held',
  ],
};

const SENTENCES = [
  '{body} {duty} {matter}, together with {partner}, {time}.',
  '{body} {duty} {matter} {reason}.',
  'In cooperation with {partner}, {body} {duty} {matter} {time}.',
  'Consultations with {partner} have shown that {matter} need attention {reason}.',
  '{body} {duty} {matter} {time}, {reason}.',
  'Particular attention is given to {matter}, {reason}.',
] as const;

/** Policy prose of a country that does not exist, the same for the same random numbers. */
export class Prose {
  readonly #random: () => number;

  constructor(random: () => number) {
    this.#random = random;
  }

  pick<T>(choices: readonly T[]): T {
    return choices[Math.floor(this.#random() * choices.length)]!;
  }

  sentence(): string {
    const text = this.#fill(this.pick(SENTENCES)).replace(/(?<=\S )The (?=[A-Z])/g, 'the ');
    return text.charAt(0).toUpperCase() + text.slice(1);
  }

  /** Whole sentences of at least `words` words together. */
  paragraph(words: number): string {
    let text = this.sentence();
    while (countWords(text) < words) text += ` ${this.sentence()}`;
    return text;
  }

  heading(): string {
    return this.#fill('{subject} {angle}');
  }

  /** A list item of some ten words. */
  item(): string {
    const text = this.#fill(this.pick(['{matter}, {time}', '{matter}, with {partner}']));
    return text.charAt(0).toUpperCase() + text.slice(1);
  }

  indicator(): string {
    return this.#fill('{indicator}');
  }

  owner(): string {
    return this.#fill('{body}').replace(/^The /, '');
  }

  #fill(pattern: string): string {
    return pattern.replace(/\{(\w+)\}/g, (_, slot: string) => this.pick(SLOTS[slot]!));
  }
}
