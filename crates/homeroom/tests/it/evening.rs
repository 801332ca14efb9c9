//! An evening to test with: a family of two children, another family, three teachers.

use conferences::{AppointmentId, ParticipantId, RoundId, appointment};
use people::{GuardianId, StaffId, StudentId};
use school::GroupId;
use testkit::{Answer, Browser, School, Test};

/// Two children of one guardian in two classes with three teachers in all, and another family.
pub struct Evening {
    pub test: Test,
    pub school: School,
    pub groups: [GroupId; 2],
    pub teachers: [StaffId; 3],
    pub children: [StudentId; 2],
    pub guardian: GuardianId,
    pub other: (StudentId, GuardianId),
    pub round: RoundId,
    pub times: Vec<i64>,
}

pub fn evening() -> Evening {
    let test = crate::house();
    let school = test.school("Kastanje", "conferences").unwrap();
    let groups = [school.group("5A").unwrap(), school.group("7B").unwrap()];
    let teachers = [
        school.staff("Tea Wit", &groups[..1]).unwrap(),
        school.staff("Teb Zwart", &groups[1..]).unwrap(),
        school.staff("Tec Gym", &groups).unwrap(),
    ];
    let children = [
        school.student("Kim Ownchild", Some(groups[0])).unwrap(),
        school.student("Lou Ownchild", Some(groups[1])).unwrap(),
    ];
    let guardian = school.guardian("Pat Parent", &children).unwrap();
    let stranger = school.student("Max Strange", Some(groups[0])).unwrap();
    let other = (stranger, school.guardian("Quin Quiet", &[stranger]).unwrap());
    let round = school.round("Autumn", &teachers).unwrap();
    let times = school.times(round).unwrap().into_iter().map(|at| at.0).collect();
    Evening { test, school, groups, teachers, children, guardian, other, round, times }
}

impl Evening {
    pub fn family(&self) -> String {
        self.school.at(&format!("/family/conferences/{}", self.round))
    }

    pub fn desk(&self) -> String {
        self.school.at(&format!("/conferences/{}", self.round))
    }

    pub fn parent(&self) -> Browser {
        self.school.as_guardian(self.guardian).unwrap()
    }

    pub fn stranger(&self) -> Browser {
        self.school.as_guardian(self.other.1).unwrap()
    }

    pub fn place(&self, teacher: usize) -> ParticipantId {
        self.school.participant(self.round, self.teachers[teacher]).unwrap()
    }

    /// Sends the button of one time.
    pub async fn books(&self, browser: &mut Browser, child: StudentId, teacher: usize, time: usize) -> Answer {
        let (child, place) = (child.to_string(), self.place(teacher).to_string());
        let form = [("student", child.as_str()), ("participant", &place), ("start", &self.times[time].to_string())];
        browser.post(&format!("{}/book", self.family()), &form).await.unwrap()
    }

    pub fn standing(&self) -> Vec<appointment::Model> {
        self.school.arrange(|work| appointment::of_round(work, self.round)).unwrap()
    }

    pub fn booked(&self, child: StudentId, guardian: GuardianId, teacher: usize, time: usize) -> AppointmentId {
        let start = kernel::Timestamp(self.times[time]);
        self.school.appointment(self.round, self.teachers[teacher], child, guardian, start).unwrap()
    }
}
