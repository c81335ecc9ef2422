/** Whom one can be in the demo world, each with the password that its loader gives to all. */
export const demoSignIns: readonly { email: string; role: string }[] = [
  { email: 'jorge@harbour.example', role: 'Employee' },
  { email: 'marta@harbour.example', role: 'Employee, Jorge’s manager' },
  { email: 'ana@harbour.example', role: 'IT technician' },
  { email: 'luis@harbour.example', role: 'IT technician' },
  { email: 'sofia@harbour.example', role: 'IT supervisor' },
  { email: 'nuria@harbour.example', role: 'HR technician' },
  { email: 'pablo@harbour.example', role: 'Finance technician' },
  { email: 'omar@harbour.example', role: 'Facilities technician' },
  { email: 'elena@harbour.example', role: 'Admin' },
  { email: 'tom@foxglove.example', role: 'Employee of Foxglove Brewing' },
  { email: 'iris@foxglove.example', role: 'IT technician of Foxglove Brewing' },
  { email: 'olga@foxglove.example', role: 'Admin of Foxglove Brewing' },
  { email: 'root@deskhand.example', role: 'Runs the installation' },
]
