import type { Story } from './story.ts'

export const itStories: readonly Story[] = [
  {
    desk: 'IT',
    back: 0,
    requester: 'marta',
    type: 'vpn',
    impact: 'MEDIUM',
    urgency: 'HIGH',
    tags: ['vpn'],
    summary: 'VPN drops every 20 minutes since this morning',
    description:
      'Since this morning the VPN disconnects about every 20 minutes and takes the closing workbook with it. I am at home, Wi-Fi is fine and calls without VPN hold. It is the last week of the closing, so I need it to be stable.',
    steps: [
      { after: 9, who: 'sofia', does: 'give', to: 'ana' },
      { after: 4, who: 'ana', does: 'start' },
      {
        after: 6,
        who: 'luis',
        does: 'note',
        text: 'Two more people on the Madrid gateway have the same since eight. Keys are renewed every 1,200 s, that would fit the 20 minutes.',
      },
      {
        after: 8,
        who: 'ana',
        does: 'say',
        text: 'I see your sessions end on the Madrid gateway, Marta, always after the same time. Could you try the other gateway? It is the second entry in the VPN window.',
      },
    ],
  },
  {
    desk: 'IT',
    back: 3,
    requester: 'jorge',
    type: 'software',
    impact: 'LOW',
    urgency: 'MEDIUM',
    tags: ['licence', 'design'],
    summary: 'Figma for two freelancers until the end of {nextMonth}',
    description:
      'Two freelancers help with the terrace collection until the end of {nextMonth}. They need a seat in Figma each, their names follow.',
    steps: [
      { after: 35, who: 'luis', does: 'take' },
      { after: 2, who: 'luis', does: 'start' },
      {
        after: 5,
        who: 'luis',
        does: 'say',
        text: 'Fine, Jorge. All seats are in use today, I am asking two teams whether they need theirs.',
      },
      {
        after: 80,
        who: 'luis',
        does: 'wait',
        reason: 'OTHER',
        days: 2,
        text: 'Marketing gives two seats back on {until}, then the freelancers get them.',
      },
    ],
  },
  {
    desk: 'IT',
    back: 14,
    requester: 'jorge',
    type: 'starter',
    impact: 'MEDIUM',
    urgency: 'MEDIUM',
    tags: ['onboarding', 'porto'],
    summary: 'New starter kit for Inés Prat, {firstOf}',
    description:
      'Inés Prat starts on {firstOf} as product designer. She needs a laptop, a dock, a screen and the usual design programs.',
    steps: [
      { after: 20, who: 'sofia', does: 'give', to: 'ana' },
      { after: 8, who: 'ana', does: 'start' },
      {
        after: 10,
        who: 'ana',
        does: 'say',
        text: 'Thank you, Jorge. Laptop, dock and screen are on the list; her account is created a week before she starts.',
      },
      {
        after: 70,
        who: 'jorge',
        does: 'say',
        text: 'Inés starts on the 1st and works from Porto the first week. Could the laptop go straight to her home? Address is in her profile.',
      },
      {
        after: 88,
        who: 'luis',
        does: 'note',
        text: 'Two 14-inch in Store B, LT-00231 has a fresh image. Courier cut-off for Portugal is Thursday 16:00.',
      },
      {
        after: 380,
        who: 'ana',
        does: 'note',
        text: 'Put LT-00231 and dock DK-0044 aside. Both go to Porto on Monday.',
      },
      {
        after: 30,
        who: 'jorge',
        does: 'say',
        text: 'Great. One more thing: can she have the 14-inch instead of the 16? She cycles.',
      },
    ],
  },
  {
    desk: 'IT',
    back: 22,
    requester: 'carmen.ortega',
    type: 'room',
    impact: 'MEDIUM',
    urgency: 'HIGH',
    tags: ['meeting room', 'projector'],
    summary: 'Projector in room Ebro shows only green',
    description:
      'The picture in Ebro is green with every laptop. Sales has customers in there almost every day this week.',
    steps: [
      { after: 15, who: 'luis', does: 'take' },
      { after: 2, who: 'luis', does: 'start' },
      {
        after: 3,
        who: 'luis',
        does: 'say',
        text: 'On my way up. Duero is free if somebody needs a screen meanwhile.',
      },
      {
        after: 55,
        who: 'luis',
        does: 'note',
        text: 'Not the cable. The red and blue channel are gone on HDMI 1, HDMI 2 is right. Looks like the splitter behind the screen.',
      },
      {
        after: 25,
        who: 'luis',
        does: 'say',
        text: 'It works on the second input for today. I’ll exchange the part behind it when the room is free.',
      },
      {
        after: 600,
        who: 'carmen.ortega',
        does: 'say',
        text: 'Still green, and the next meeting is at 12. Somebody has put the cable back into the first input.',
      },
    ],
  },
]
