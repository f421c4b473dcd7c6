using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.People;

/// <summary>Somebody in the staff directory. Everybody is a practitioner; being a line manager follows from being named as one.</summary>
public sealed class Person
{
    private Person() { }

    public Person(Guid id, PersonDetails details) => (Id, Details) = (id, details);

    public Guid Id { get; private set; }
    public string Name { get; private set; } = "";
    /// <summary>Lower case: the key people sign in with.</summary>
    public string Email { get; private set; } = "";
    public string? Team { get; private set; }
    public string? JobTitle { get; private set; }
    public Guid? ManagerId { get; private set; }
    public WorkingDays WorkingDays { get; private set; } = WorkingDays.MondayToFriday;
    public Roles Roles { get; private set; }
    public Employment Employment { get; private set; }
    /// <summary>The partner organisation, or the place of study.</summary>
    public string? Organisation { get; private set; }
    /// <summary>The last London day an agency worker is here.</summary>
    public DateOnly? LastDay { get; private set; }
    public bool Active { get; private set; } = true;

    public string FirstName => Name.Split(' ', 2)[0];

    public PersonDetails Details
    {
        get => new(Name, Email, Team, JobTitle, ManagerId, WorkingDays, Roles, Employment, Organisation, LastDay);
        private set => (Name, Email, Team, JobTitle, ManagerId, WorkingDays, Roles, Employment, Organisation, LastDay) =
            (value.Name, value.Email, value.Team, value.JobTitle, value.ManagerId, value.WorkingDays, value.Roles, value.Employment, value.Organisation, value.LastDay);
    }

    public bool IsHere(DateTime nowUtc) => Active && (LastDay is not { } last || nowUtc.ToLondonDate() <= last);

    public void Change(PersonDetails details) => Details = details;

    public void Deactivate() => Active = false;

    public void Reactivate() => Active = true;

    public void MakeAdministrator() => Roles |= Roles.Administrator;
}
