using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Web.Features.People;

/// <summary>The directory's enums as people read them.</summary>
public static class Words
{
    public static IReadOnlyDictionary<Roles, string> Roles { get; } = new Dictionary<Roles, string>
    {
        [Domain.People.Roles.Facilitator] = "Facilitator",
        [Domain.People.Roles.LearningDesk] = "Learning desk",
        [Domain.People.Roles.Administrator] = "Administrator",
    };

    public static IReadOnlyDictionary<Employment, string> Employments { get; } = new Dictionary<Employment, string>
    {
        [Employment.Employee] = "Employee",
        [Employment.Agency] = "Agency worker",
        [Employment.Student] = "Student",
        [Employment.Partner] = "Partner organisation",
    };

    public static IReadOnlyList<WorkingDays> Week { get; } =
        [WorkingDays.Monday, WorkingDays.Tuesday, WorkingDays.Wednesday, WorkingDays.Thursday, WorkingDays.Friday, WorkingDays.Saturday, WorkingDays.Sunday];

    public static IEnumerable<WorkingDays> Days(WorkingDays pattern) => Week.Where(day => pattern.HasFlag(day));

    public static WorkingDays Together(IEnumerable<WorkingDays> days) => days.Aggregate(WorkingDays.None, (all, day) => all | day);

    public static string Of(Roles roles) => string.Join(", ", Roles.Where(role => roles.HasFlag(role.Key)).Select(role => role.Value));

    public static string Of(Employment employment) => Employments[employment];
}
