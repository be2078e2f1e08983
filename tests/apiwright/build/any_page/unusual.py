"""Small pages of what drawn ones have shown to be hard to test."""

UNUSUAL = {
    "rules that leave little room": """
backend: Tight
auth: {sign_up: open}
resources:
  Room:
    owned: true
    fields: {size: int 5..50, count: int 0..100 = 10, low: int 20..30, high: int 0..25}
    rules: [at most 2 per owner, size >= count, low >= high]
    access: {read: owner, create: signed in, update: owner}
""",
    "a role that only a history names": """
backend: Kept
auth: {sign_up: open}
resources:
  Note:
    history: true
    fields: {title: str 1..80}
    access: {read: signed in, write: signed in, history: admin}
""",
    "people who begin a tenant, with fields that not all may set": """
backend: Begun
auth: {sign_up: open}
tenants: Company
resources:
  Company: {fields: {name: str 1..120}, access: {read: signed in}}
  User:
    fields:
      pay: {type: "int? 0..", read: admin, write: admin}
      nick: {type: "str? ..9", read: admin, write: owner}
      grade: {type: "str? ..9", read: owner, write: admin}
    access: {read: admin}
  Note:
    owned: true
    fields: {title: str, checker: {type: "User?", read: owner, write: admin}}
    access: {read: owner | admin, create: signed in, update: owner | admin}
""",
    "endpoints for those alone who were let": """
backend: Let
auth: {sign_up: open}
permissions: {check: nobody, audit: admin}
resources:
  User: {access: {read: admin, update: admin}}
  Note: {owned: true, fields: {title: str}, access: {read: owner}}
endpoints:
  POST /notes/{note}/check: {body: {amount: int 1..9}, returns: Note, access: may check}
  GET /stats/notes: {returns: {total: int}, access: may check | may audit}
  GET /notes/{note}/report: {returns: {total: int}, access: owner | may check}
""",
    "rules about what actions set": """
backend: Closing
auth: {sign_up: open}
resources:
  Ticket:
    owned: true
    fields:
      opened_at: datetime
      closed_at: datetime?, read-only
      due: datetime?
      day: date
      last_day: date?
      least: int 0..9
      most: int? 0..9
      status: open -> closed -> open
    rules:
      - closed_at not before opened_at
      - closed_at before due
      - day not after last_day
      - most >= least
    access: {read: owner, create: signed in, update: owner}
    list: {filter: [closed_at, most], sort: [closed_at]}
    actions:
      close: {status: open -> closed, by: owner, sets: {closed_at: now, last_day: today, most: 3}}
      reopen: {status: closed -> open, by: owner, sets: {closed_at: null, day: today}}
      extend: {by: owner, body: [due, most]}
""",
    "rows that members alone read, and others make or ask about": """
backend: Belonging
auth: {sign_up: open}
permissions: {check: admin}
resources:
  User: {access: {list: admin, read: signed in, update: admin}}
  Team:
    owned: true
    members: Membership
    fields: {name: str}
    access: {read: owner | member | admin, create: signed in}
  Membership:
    fields: {team: "Team, on delete cascade", user: "User, on delete cascade"}
    unique: [[team, user]]
    access: {read: owner of team | member, write: owner of team}
  Event:
    owned: true
    fields: {team: "Team, on delete cascade", size: {type: int 0..9 = 3, write: may check}}
    access: {read: member, create: signed in}
endpoints:
  GET /events/{event}/report: {returns: {total: int}, access: admin}
""",
}
