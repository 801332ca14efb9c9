//! Guardians: which rows of the file are one person, which of them the school knows, and the edges to their
//! children (C052, C056).
//!
//! Known is, in this order: who has the file's key; who has the name beside the same child; who alone beside the
//! same child is reached at the same mail address or phone. The last finds a guardian whose name and address
//! changed together, so that a court's order stays with the person; a phone that two share tells nobody apart.

use std::collections::{HashMap, HashSet};

use ::people::{EdgeId, GuardianId, StudentId, edge, guardian};
use kernel::Result;
use kernel::text::fold;

use super::people::name;
use super::{Maker, Now, differences, text};
use crate::rows::{Fault, GuardianRow, Roster};

/// A person of the file: the rows that are one, with the children they stand beside.
struct Someone<'a> {
    key: String,
    details: guardian::Details,
    rows: Vec<(&'a GuardianRow, StudentId)>,
}

impl Someone<'_> {
    fn is_reached(&self) -> bool {
        self.details.email.is_some() || self.details.phone.is_some()
    }

    fn stands_beside(&self, child: StudentId) -> bool {
        self.rows.iter().any(|(_, student)| *student == child)
    }
}

impl Maker<'_> {
    pub(super) fn guardians(&mut self, roster: &Roster) -> Result<()> {
        let people = self.people_of(roster);
        let known = Search::new(self.now, &people).known();
        let edges: HashSet<_> = self.now.edges.iter().map(|e| (e.student_id, e.guardian_id)).collect();
        let mut wanted = HashSet::new();
        let mut mails = HashSet::new();
        let mut strangers = Vec::new();
        for (person, known) in people.iter().zip(known) {
            let (id, email) = self.settle(person, known);
            self.plan.reach.all += 1;
            self.plan.reach.with_mail += u64::from(email.is_some());
            mails.extend(email.map(|email| email.to_lowercase()));
            for (row, student) in &person.rows {
                if wanted.insert((*student, id)) && !edges.contains(&(*student, id)) {
                    let edge = EdgeId(self.uuid());
                    self.plan.new_edges.push(edge::new_row(edge, *student, id, &row.relationship, "import"));
                    strangers.push((*row, *student));
                }
                self.done()?;
            }
        }
        if let Some(changes) = &roster.changes {
            self.edges_of_changes(changes, &edges, &mut wanted);
        }
        self.plan.reach.can_sign_in = mails.len() as u64;
        self.warn_of_orders(&strangers, &wanted);
        let listed = match &roster.changes {
            Some(changes) => {
                changes.whole_families.iter().filter_map(|key| self.known.students.get(key).copied()).collect()
            }
            None => wanted.iter().map(|(student, _)| *student).collect(),
        };
        self.end_edges(&wanted, &listed);
        Ok(())
    }

    /// The persons of the file in its order; rows of children that were left out are left out with them.
    fn people_of<'r>(&mut self, roster: &'r Roster) -> Vec<Someone<'r>> {
        let mut read = Vec::new();
        for row in &roster.guardians {
            let Some(student) = self.known.students.get(&row.student).copied() else { continue };
            let email = self.email(row.email.as_deref(), &row.place);
            let phone = self.phone(row.phone.as_deref(), &row.place);
            read.push((row, student, guardian::Details { name: name(&row.name), email, phone }));
        }
        // Somebody named with mail and phone in one row, and with the phone alone beside a brother or sister.
        let mut by_phone: HashMap<(String, String), String> = HashMap::new();
        for (row, _, details) in read.iter().filter(|(row, _, details)| row.key.is_none() && details.email.is_some()) {
            if let Some(phone) = &details.phone {
                let who = (fold(&details.name.full()), phone.clone());
                by_phone.entry(who).or_insert_with(|| person_key(row, details));
            }
        }
        let mut people: Vec<Someone> = Vec::new();
        let mut places: HashMap<String, usize> = HashMap::new();
        for (row, student, details) in read {
            let alias = match (&row.key, &details.email, &details.phone) {
                (None, None, Some(phone)) => by_phone.get(&(fold(&details.name.full()), phone.clone())),
                _ => None,
            };
            let key = alias.cloned().unwrap_or_else(|| person_key(row, &details));
            let key = self.now.meant.guardians.get(&key).cloned().unwrap_or(key);
            match places.get(&key).and_then(|at| people.get_mut(*at)) {
                Some(person) => {
                    person.details.email = person.details.email.take().or(details.email);
                    person.details.phone = person.details.phone.take().or(details.phone);
                    person.rows.push((row, student));
                }
                None => {
                    places.insert(key.clone(), people.len());
                    people.push(Someone { key, details, rows: vec![(row, student)] });
                }
            }
        }
        people
    }

    /// Plans the person's own record; gives its id and the mail address it will have.
    fn settle(&mut self, person: &Someone, known: Option<&guardian::Model>) -> (GuardianId, Option<String>) {
        let Someone { key, details, .. } = person;
        let Some(known) = known else {
            let id = GuardianId(self.uuid());
            self.plan.line("guardians", "added", details.name.full(), Vec::new());
            self.plan.new_guardians.push(guardian::new_row(self.now.language, id, details.clone(), Some(key.clone())));
            return (id, details.email.clone());
        };
        // What the file does not carry stays as the family or the office wrote it.
        let details = guardian::Details {
            email: details.email.clone().or_else(|| known.email.clone()),
            phone: details.phone.clone().or_else(|| known.phone.clone()),
            name: details.name.clone(),
        };
        let email = details.email.clone();
        let changes = differences([
            ("name", known.name().full(), details.name.full()),
            ("email", text(&known.email), text(&details.email)),
            ("phone", text(&known.phone), text(&details.phone)),
        ]);
        if !changes.is_empty() {
            self.plan.line("guardians", "changed", details.name.full(), changes);
            self.plan.changed_guardians.push((known.clone(), details));
        }
        (known.id, email)
    }

    /// Somebody new beside a child whose guardian under a court's order the file does not name may be that
    /// guardian: the office is told to look (C056).
    fn warn_of_orders(&mut self, strangers: &[(&GuardianRow, StudentId)], wanted: &HashSet<(StudentId, GuardianId)>) {
        let missed: HashSet<StudentId> = self
            .now
            .edges
            .iter()
            .filter(|e| e.restricted_from.is_some() && !wanted.contains(&(e.student_id, e.guardian_id)))
            .map(|e| e.student_id)
            .collect();
        for (row, _) in strangers.iter().filter(|(_, student)| missed.contains(student)) {
            self.fault(&row.place, Fault::MaybeUnderOrder(name(&row.name).full()));
        }
    }

    /// Ends only what an import linked, only for children whose guardians this file names, and never an edge under
    /// a court's order or one that the office took the sight from: what was decided would be forgotten with it (C056).
    fn end_edges(&mut self, wanted: &HashSet<(StudentId, GuardianId)>, listed: &HashSet<StudentId>) {
        let names: HashMap<GuardianId, &guardian::Model> = self.now.guardians.iter().map(|g| (g.id, g)).collect();
        // Whoever goes by name has ended their edges already.
        let ended: HashSet<EdgeId> = self.plan.ended_edges.iter().copied().collect();
        let over = self.now.edges.iter().filter(|e| {
            !ended.contains(&e.id)
                && e.source == "import"
                && e.restricted_from.is_none()
                && e.sees
                && listed.contains(&e.student_id)
                && !wanted.contains(&(e.student_id, e.guardian_id))
        });
        for gone in over {
            self.plan.ended_edges.push(gone.id);
            let who = names.get(&gone.guardian_id).map(|g| g.name().full()).unwrap_or_default();
            self.plan.line("guardians", "leaving", who, Vec::new());
        }
    }
}

/// A guardian who was found: under which name the file has them, and beside whom.
struct Taken {
    name: String,
    children: HashSet<StudentId>,
}

/// The school's guardians, and whom of them the file's persons turned out to be.
struct Search<'a> {
    people: &'a [Someone<'a>],
    by_key: HashMap<&'a str, &'a guardian::Model>,
    by_id: HashMap<GuardianId, &'a guardian::Model>,
    beside: HashMap<StudentId, Vec<&'a guardian::Model>>,
    found: Vec<Option<&'a guardian::Model>>,
    taken: HashMap<GuardianId, Taken>,
    /// Places of the file's persons beside a child.
    listed: HashMap<StudentId, Vec<usize>>,
}

impl<'a> Search<'a> {
    fn new(now: &'a Now, people: &'a [Someone<'a>]) -> Self {
        let by_id: HashMap<GuardianId, &guardian::Model> = now.guardians.iter().map(|g| (g.id, g)).collect();
        let mut beside: HashMap<StudentId, Vec<&guardian::Model>> = HashMap::new();
        for edge in &now.edges {
            beside.entry(edge.student_id).or_default().extend(by_id.get(&edge.guardian_id));
        }
        let mut listed: HashMap<StudentId, Vec<usize>> = HashMap::new();
        for (at, person) in people.iter().enumerate() {
            for (_, student) in &person.rows {
                listed.entry(*student).or_default().push(at);
            }
        }
        Self {
            people,
            by_key: now.guardians.iter().filter_map(|g| g.key.as_deref().map(|key| (key, g))).collect(),
            beside,
            by_id,
            found: vec![None; people.len()],
            taken: HashMap::new(),
            listed,
        }
    }

    fn known(mut self) -> Vec<Option<&'a guardian::Model>> {
        self.each(|search, person| search.by_key.get(person.key.as_str()).copied());
        self.each(Self::by_own_id);
        self.each(|search, person| search.of_the_same_name(person, |known| is_reached_as(known, person)));
        self.each(|search, person| search.of_the_same_name(person, |_| true));
        self.each(Self::reached_alike);
        self.found
    }

    /// Looks for each person who is not found yet.
    fn each(&mut self, look: impl Fn(&Self, &Someone<'a>) -> Option<&'a guardian::Model>) {
        for (at, person) in self.people.iter().enumerate() {
            if self.found.get(at).is_some_and(Option::is_some) {
                continue;
            }
            let Some(known) = look(self, person) else { continue };
            let name = person.details.name.search_key();
            let taken = self.taken.entry(known.id).or_insert_with(|| Taken { name, children: HashSet::new() });
            taken.children.extend(person.rows.iter().map(|(_, student)| *student));
            if let Some(place) = self.found.get_mut(at) {
                *place = Some(known);
            }
        }
    }

    /// An export writes the own id of whoever has no key.
    fn by_own_id(&self, person: &Someone<'a>) -> Option<&'a guardian::Model> {
        let id: GuardianId = person.key.strip_prefix("key ")?.parse().ok()?;
        self.by_id.get(&id).copied()
    }

    fn guardians_beside(&self, person: &Someone<'a>) -> impl Iterator<Item = &'a guardian::Model> {
        person.rows.iter().flat_map(|(_, student)| self.beside.get(student).into_iter().flatten().copied())
    }

    fn of_the_same_name(
        &self,
        person: &Someone<'a>,
        is_alike: impl Fn(&guardian::Model) -> bool,
    ) -> Option<&'a guardian::Model> {
        let name = person.details.name.search_key();
        self.guardians_beside(person).find(|known| {
            // A name without contact beside another child of the same guardian is nobody else, unless the file has
            // that guardian under a new name.
            let is_free = self.taken.get(&known.id).is_none_or(|taken| {
                let is_beside = taken.children.iter().any(|child| person.stands_beside(*child));
                taken.name == name && !person.is_reached() && !is_beside
            });
            is_free && known.search_key == name && is_alike(known)
        })
    }

    /// The only one beside the same child who is reached there, both in the school and in the file.
    fn reached_alike(&self, person: &Someone<'a>) -> Option<&'a guardian::Model> {
        let mut found: Option<&guardian::Model> = None;
        for (_, student) in &person.rows {
            let known = self.beside.get(student).into_iter().flatten().copied();
            let listed = self.listed.get(student).into_iter().flatten().filter_map(|at| self.people.get(*at));
            for contact in [Contact::Mail, Contact::Phone] {
                let Some(own) = contact.of(&person.details.email, &person.details.phone) else { continue };
                let mut alike = known.clone().filter(|g| contact.of(&g.email, &g.phone).as_ref() == Some(&own));
                let (Some(one), None) = (alike.next(), alike.next()) else { continue };
                let sharing =
                    listed.clone().filter(|p| contact.of(&p.details.email, &p.details.phone).as_ref() == Some(&own));
                let is_alone = sharing.count() == 1 && !self.taken.contains_key(&one.id);
                match found {
                    _ if !is_alone => {}
                    Some(other) if other.id != one.id => return None,
                    Some(_) | None => found = Some(one),
                }
            }
        }
        found
    }
}

fn is_reached_as(known: &guardian::Model, person: &Someone) -> bool {
    [Contact::Mail, Contact::Phone].into_iter().any(|contact| {
        let own = contact.of(&person.details.email, &person.details.phone);
        own.is_some() && own == contact.of(&known.email, &known.phone)
    })
}

#[derive(Clone, Copy)]
enum Contact {
    Mail,
    Phone,
}

impl Contact {
    fn of(self, email: &Option<String>, phone: &Option<String>) -> Option<String> {
        match self {
            Contact::Mail => email.as_ref().map(|email| email.to_lowercase()),
            Contact::Phone => phone.clone(),
        }
    }
}

/// What makes two rows the same person: the file's key; else name with mail or phone; else the name beside
/// the same child.
fn person_key(row: &GuardianRow, details: &guardian::Details) -> String {
    if let Some(key) = &row.key {
        return format!("key {key}");
    }
    let who = fold(&details.name.full());
    match (&details.email, &details.phone) {
        (Some(email), _) => format!("mail {} {who}", email.to_lowercase()),
        (None, Some(phone)) => format!("phone {phone} {who}"),
        (None, None) => format!("child {} {who}", row.student),
    }
}
