using BetterTogether.Learning.Domain.Objectives;
using BetterTogether.Learning.Domain.Reviews;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.DevelopmentPlan;
using BetterTogether.Learning.Web.Tests.Hosting;

namespace BetterTogether.Learning.Web.Tests.Reviews;

public sealed class TeamPageTests
{
    [Theory, BothDatabases]
    public async Task A_managers_page_is_two_commands_with_everything_on_it(DatabaseProvider provider)
    {
        var count = new CommandCount();
        await using var year = await Year.OpenAsync(provider, replace: count.Install);
        var before = await year.App.HasPerson("before@demo.example", managedBy: year.Other.Person);
        var moved = await Year.HasAsync(year.App, year.Cycle, new(year.App, before), year.Other);
        var (course, full) = (A.Session(title: "Life story work"), A.Session(title: "Talking with teenagers", capacity: 1));
        var (place, _, waiting) = (A.Booking(course, year.Employee.Id), A.Booking(full), A.Booking(full, year.Employee.Id));
        await year.App.Has(course, full, place, waiting, new HandOver(Ids.New(A.Now), moved.Id, year.Manager.Id, year.Other.Id, A.Now));
        await year.App.HasObjectiveAsync(year.Employee.Person, title: "Record on the day", status: ObjectiveStatus.NeedsHelp);
        await year.App.HasObjectiveAsync(year.Employee.Person, ObjectiveKind.Wellbeing, "Lunch away from the desk", status: ObjectiveStatus.NeedsHelp);
        await year.App.HasObjectiveAsync(year.Employee.Person, title: "All is well", status: ObjectiveStatus.OnTrack);
        var visitor = await year.Manager.HereAsync();

        var commands = await count.OfAsync(visitor, Links.MyPeople);

        Assert.True(commands.Count is > 0 and <= 2, string.Join("\n\n", commands));
        (await visitor.GetPageAsync(Links.MyPeople))
            .ShouldSay("Not started, after 31 May").ShouldSay($"{before.Name}’s review is now with {year.Other.Name}")
            .ShouldSay("Life story work").ShouldSay("Has a place").ShouldSay("Talking with teenagers").ShouldSay("Waiting")
            .ShouldSay("Record on the day").ShouldSay("since Wednesday 1 July 2026").ShouldSay("A wellbeing objective").ShouldNotSay("Lunch away").ShouldNotSay("All is well");
    }
}
