using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Web.Features.Demo;

/// <summary>The staff directory of the demo: four people with a part to play, three hundred workers.</summary>
internal sealed class DemoPeople
{
    public const int WorkerCount = 300;
    private const int TeamSize = 20;

    private readonly Person[] workers = new Person[WorkerCount];

    public DemoPeople(DateTime nowUtc)
    {
        var today = nowUtc.ToLondonDate();
        // The last worker heads the service and has no manager here; everybody else has one.
        var head = Make(nowUtc, new PersonDetails("Honor Castellane", $"worker{WorkerCount}@demo.example", "Supporting Families Division", "Head of service"));
        workers[^1] = head;
        Manager = Make(nowUtc, new PersonDetails("Rosalind Achterberg", "manager@demo.example", DemoTeams.First.Name, DemoTeams.First.Titles[0], head.Id));
        Desk = Make(nowUtc, new PersonDetails("Tamsin Okereke", "desk@demo.example", "Learning Academy", "Learning and development officer", head.Id, Roles: Roles.LearningDesk));
        Administrator = Make(nowUtc, new PersonDetails("Anselm Prydderch", "admin@demo.example", "Learning Academy", "Systems and information officer", head.Id, Roles: Roles.Administrator));
        Facilitator = Make(nowUtc, new PersonDetails("Marguerite Sowande", "facilitator@demo.example", "Youth Justice", "Restorative practice lead", head.Id, Roles: Roles.Facilitator));
        for (var number = 1; number < WorkerCount; number++) { workers[number - 1] = Make(nowUtc, Details(number, head.Id, today)); }
    }

    public Person Desk { get; }
    public Person Administrator { get; }
    public Person Manager { get; }
    public Person Facilitator { get; }

    public IEnumerable<Person> All => [Desk, Administrator, Manager, Facilitator, .. workers];

    /// <summary>Trained restorative facilitators among the workers: with facilitator@ they are twelve.</summary>
    public IReadOnlyList<Person> Facilitators => [.. workers.Where(p => p.Roles.HasFlag(Roles.Facilitator))];

    /// <summary>Practice leads who train at sessions: people who manage a team, or are advanced in their practice.</summary>
    public IReadOnlyList<Person> Trainers => [.. workers.Skip(TeamSize).Where(p => p is { Employment: Employment.Employee, JobTitle: "Advanced practitioner" or "Team manager" or "Service manager" or "Family therapist" }).Take(16)];

    public Person Worker(int number) => workers[number - 1];

    private PersonDetails Details(int number, Guid headId, DateOnly today)
    {
        // worker1 to worker20 are manager@'s team; after them each twenty have one of the other teams, and the first of the twenty manages it.
        var isFirstTeam = number <= TeamSize;
        var (team, seat) = isFirstTeam ? (DemoTeams.First, number) : (DemoTeams.Others[(number - 1) / TeamSize - 1], (number - 1) % TeamSize);
        var leads = seat == 0;
        var plain = new PersonDetails(
            DemoNames.Of(number), $"worker{number}@demo.example", team.Name, leads ? team.Titles[0] : team.Titles[1 + seat % (team.Titles.Length - 1)],
            isFirstTeam ? Manager.Id : leads ? headId : Worker(number - seat).Id, Pattern(number), !isFirstTeam && number % 25 == 4 ? Roles.Facilitator : Roles.None);
        return leads || plain.Roles != Roles.None ? plain : Engaged(plain, number, today);
    }

    private static PersonDetails Engaged(PersonDetails plain, int number, DateOnly today) => (number % 41) switch
    {
        17 => plain with { Employment = Employment.Agency, LastDay = today.AddDays(90 + number % 7 * 20), JobTitle = "Social worker (agency)" },
        29 => plain with { Employment = Employment.Student, JobTitle = "Student social worker", Organisation = DemoTeams.Universities[number % DemoTeams.Universities.Length] },
        38 => plain with { Employment = Employment.Partner, JobTitle = "Partner practitioner", Organisation = DemoTeams.Partners[number % DemoTeams.Partners.Length] },
        _ => plain,
    };

    // worker1 to worker4 work the whole week: tours and tests are about them.
    private static WorkingDays Pattern(int number) => number < 5 ? WorkingDays.MondayToFriday : (number % 13) switch
    {
        5 => WorkingDays.Monday | WorkingDays.Tuesday | WorkingDays.Wednesday,
        8 => WorkingDays.Wednesday | WorkingDays.Thursday | WorkingDays.Friday,
        11 => WorkingDays.MondayToFriday & ~WorkingDays.Friday,
        _ => WorkingDays.MondayToFriday,
    };

    private static Person Make(DateTime nowUtc, PersonDetails details) => new(Ids.New(nowUtc), details.Checked().Value);
}
