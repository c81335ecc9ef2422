import type { Scenario } from './scenario.ts'

const vpn = { type: 'vpn', tags: ['vpn'] }

export const itVpn: readonly Scenario[] = [
  {
    ...vpn,
    weight: 5,
    asks: [
      [
        'VPN drops every {minutes} minutes',
        'The VPN disconnects about every {minutes} minutes and I have to sign in again each time. My Wi-Fi at home is fine, video calls without VPN work.',
      ],
      [
        'VPN disconnects during calls',
        'I work from home on {weekday}s. When I share my screen the VPN goes down and {share} is gone with it. Same on cable.',
      ],
      [
        'Losing the VPN again and again today',
        'The fourth drop since breakfast. It says “reconnecting” and then asks for my password.',
      ],
    ],
    adds: [
      'It has just happened again, at the same minute of the hour as before.',
      'One thing I noticed: on {pastDay} in the office it held all day.',
      '{colleagueFirst} in my team has the same since {pastDay}.',
    ],
    first: [
      'I see your sessions ending on the {gateway} gateway. Could you try the other one for half an hour? It is the second entry in the VPN window.',
      'Thanks for the details, they help. I can see the drops in the log and am moving you to the other gateway; you only need to connect again.',
      'Looking at it now. Two other people with the same provider report this today, so it may not be your laptop at all.',
    ],
    notes: [
      '{gateway} gateway: dead peer detection fires after 1,200 s. Same pattern as last month with the carrier NAT of that provider.',
      'Client on {laptopTag} is two versions behind. Pushing the update before anything else.',
    ],
    exchange: [
      'Which router do you have at home, and does it also drop on the hotspot of your phone?',
      'It is the one that came with the fibre, about three years old. On the hotspot it held for the whole hour.',
    ],
    update: [
      'The other gateway has held your session for two hours now. I’ll leave it there and look again {soon}.',
      'I have changed the idle time on our side. Tell me if it drops even once more.',
    ],
    ends: [
      [
        'FIXED',
        'The VPN client was two versions old and lost the tunnel when the key was renewed. It is updated, and the session has been stable since.',
      ],
      [
        'FIXED',
        'The home router drops long sessions. We lowered the packet size in your VPN profile; no drop in the last day.',
      ],
      [
        'WORKAROUND',
        'The VPN is stable for you on the second gateway. The first one gets new firmware in {nextMonth}; stay on the second until then.',
      ],
    ],
  },
  {
    ...vpn,
    weight: 2,
    asks: [
      [
        'VPN does not connect from {city}',
        'I am in {city} and the VPN says “server not reachable” on the hotel Wi-Fi. I need the offer for {client} before {hour}.',
      ],
      [
        'No VPN in the hotel',
        'Travelling for {client}. The hotel Wi-Fi opens web pages but the VPN never gets past “connecting”.',
      ],
    ],
    first:
      'Many hotels block the port. Switch the VPN to “use port 443” in its settings and try again; I am watching the gateway meanwhile.',
    exchange: [
      'What are the exact words of the error?',
      '“The server did not answer in time.” It takes about thirty seconds until it says so.',
    ],
    ends: [
      ['FIXED', 'Connected over port 443. The setting can stay, it does no harm at home.'],
      [
        'WORKAROUND',
        'That hotel blocks every VPN. The hotspot of the company phone works, and roaming is included in your contract.',
      ],
    ],
  },
  {
    ...vpn,
    weight: 1.6,
    asks: [
      [
        'Cannot connect to VPN since the password change',
        'I changed my password this morning as asked. Since then the VPN refuses me; mail works.',
      ],
      ['VPN says wrong password', 'VPN says authentication failed. Same password works for everything else.'],
    ],
    first:
      'I can see the refused attempts. Your old password is still stored in the VPN profile: remove it under Accounts and connect once more.',
    ends: [
      [
        'FIXED',
        'The VPN profile still had the old password. Removed it together on the phone, and you are connected.',
      ],
    ],
  },
  {
    ...vpn,
    weight: 1.2,
    asks: [
      [
        'VPN asks for a code that never arrives',
        'The VPN wants a six-digit code. The authenticator on my new phone shows nothing and no text message comes either.',
      ],
    ],
    first:
      'The code still goes to your old phone. I’ll call you in a moment and register the new one; have your badge number at hand.',
    notes: 'Called the number in the profile, identity confirmed by badge number.',
    ends: [
      ['FIXED', 'Second factor registered on the new phone. The old one no longer works for signing in.'],
    ],
  },
  {
    ...vpn,
    isSlow: true,
    weight: 1.5,
    departments: ['Design', 'Sales', 'Marketing'],
    asks: [
      [
        'VPN very slow from home',
        'Opening a drawing from {share} over the VPN takes {minutes} minutes. In the office it is seconds. My line measures 300 Mbit.',
      ],
    ],
    first:
      'Large drawings over the VPN are slow by nature, but {minutes} minutes is too much. I’ll measure from our side and come back to you {soon}.',
    update:
      'The speed between your home and the gateway is fine; the detour through the Madrid firewall is slow. I am taking it out of the path.',
    ends: [
      [
        'CONFIGURED',
        'Traffic to the drawings takes the short way now. The same file opens in about forty seconds.',
      ],
      [
        'ANSWERED',
        'Sync the folder once in the office and work on the local copy; over the VPN only the changes travel then.',
      ],
    ],
  },
  {
    ...vpn,
    weight: 0.8,
    tags: ['vpn', 'external'],
    asks: [
      [
        'VPN for an external colleague until the end of {nextMonth}',
        '{newcomer} helps us with {client} and needs to reach {share} from outside. I am responsible for the work.',
      ],
    ],
    first:
      'I have the end date and your name as the person responsible, that is all I need. The account follows {soon}.',
    ends: [
      [
        'CONFIGURED',
        'External account for {newcomer} with VPN, limited to {share}. It closes by itself at the end of {nextMonth}.',
      ],
    ],
    reject:
      'The contract with this person has ended according to Legal. Come back to us when there is a new one.',
  },
]
