using System.Net;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.People;

public sealed class DirectoryTests : IAsyncLifetime
{
    private TestApp app = null!;
    private Person admin = null!;
    private Visitor atDesk = null!;
    private Visitor administrator = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartAsync();
        admin = await app.HasPerson("admin@demo.example", Roles.Administrator);
        await app.HasPerson("desk@demo.example", Roles.LearningDesk);
        administrator = await app.SignedInAs(admin);
        atDesk = await app.SignedInAs("desk@demo.example");
    }

    [Fact]
    public async Task The_desk_adds_somebody_with_a_line_manager()
    {
        var manager = await app.HasPerson("mina@demo.example");

        var page = await (await atDesk.GetPageAsync(Links.NewPerson)).SubmitAsync("Add this person",
            ("Form.Name", "Jo Bloggs"), ("Form.Email", " Jo@Demo.Example"), ("Form.ManagerEmail", "MINA@demo.example"), ("Form.WorkingDays", "Saturday"));

        page.ShouldSay("Saved.");
        var jo = await FindAsync("jo@demo.example");
        Assert.Equal((manager.Id, WorkingDays.MondayToFriday | WorkingDays.Saturday, Roles.None), (jo.ManagerId, jo.WorkingDays, jo.Roles));
    }

    [Theory]
    [InlineData("Form.Email", "admin@demo.example", "already has this e-mail address", "#Form_Email")]
    [InlineData("Form.Name", " ", "Enter a name", "#Form_Name")]
    [InlineData("Form.ManagerEmail", "nobody@demo.example", "Nobody in the directory has this e-mail address", "#Form_ManagerEmail")]
    [InlineData("Form.Employment", "Agency", "Enter the last day of an agency worker", "#Form_LastDay")]
    [InlineData("Form.Employment", "Partner", "Enter the partner organisation", "#Form_Organisation")]
    public async Task What_cannot_be_leads_to_its_field_and_what_was_typed_stays(string field, string value, string words, string link)
    {
        var page = await (await atDesk.GetPageAsync(Links.NewPerson)).SubmitAsync("Add this person",
            [("Form.Name", "Jo"), ("Form.Email", "jo@demo.example"), ("Form.Team", "Early help"), (field, value)]);

        page.ShouldSay(words);
        Assert.NotNull(page.Document.QuerySelector($".govuk-error-summary a[href='{link}']"));
        Assert.NotNull(page.Document.QuerySelector(link));
        Assert.Equal("Early help", page.Document.QuerySelector("#Form_Team")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Nobody_comes_to_manage_themselves()
    {
        var top = await app.HasPerson("top@demo.example");
        var middle = await app.HasPerson("middle@demo.example", managedBy: top);
        await app.HasPerson("low@demo.example", managedBy: middle);

        (await EditAsync(atDesk, top, ("Form.ManagerEmail", "low@demo.example"))).ShouldSay("This person would end up managing themselves.");
    }

    [Fact]
    public async Task The_desk_sees_no_roles_to_give_and_takes_none_away()
    {
        var fay = await app.HasPerson("fay@demo.example", Roles.Facilitator);

        (await EditAsync(atDesk, fay, ("Form.Team", "North"))).ShouldSay("Saved.").ShouldNotSay("What they may do");

        Assert.Equal(("North", Roles.Facilitator), ((await FindAsync(fay.Email)).Team, (await FindAsync(fay.Email)).Roles));
    }

    [Fact]
    public async Task The_desk_cannot_give_roles_with_a_form_of_its_own_making()
    {
        var desk = await FindAsync("desk@demo.example");
        var page = await atDesk.GetPageAsync(Links.Person(desk.Id));
        page.Document.QuerySelector("#Form_Team")!.SetAttribute("name", "Form.Roles");

        (await page.SubmitAsync("Save", ("Form.Roles", "Administrator"))).ShouldSay("Only an administrator can change what somebody may do.");

        Assert.Equal(Roles.LearningDesk, (await FindAsync(desk.Email)).Roles);
    }

    [Fact]
    public async Task The_desk_cannot_take_over_an_administrator()
    {
        var page = await atDesk.GetPageAsync(Links.Person(admin.Id));
        page.ShouldSay("Only an administrator can change an administrator's details.");
        Assert.Null(page.Document.QuerySelector("main form"));
    }

    [Fact]
    public async Task An_administrator_gives_roles_and_the_audit_trail_tells()
    {
        var fay = await app.HasPerson("fay@demo.example");

        await EditAsync(administrator, fay, ("Form.Roles", "Facilitator"));

        Assert.Equal(Roles.Facilitator, (await FindAsync(fay.Email)).Roles);
        var line = await app.Ask(db => db.AuditTrail.SingleAsync(e => e.SubjectId == fay.Id));
        Assert.Equal((admin.Id, "person-changed", "Roles"), (line.ActorId, line.Event, line.Fields));
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        (await (await administrator.GetPageAsync(Links.Person(admin.Id))).SubmitAsync("Deactivate")).ShouldSay("This is the last administrator.");
        var page = await administrator.GetPageAsync(Links.Person(admin.Id));
        page.Document.QuerySelector("#Form_Roles_Administrator")!.RemoveAttribute("checked");
        (await page.SubmitAsync("Save")).ShouldSay("This is the last administrator.");

        Assert.True((await FindAsync(admin.Email)) is { Active: true, Roles: Roles.Administrator });
    }

    [Fact]
    public async Task Somebody_comes_back()
    {
        var jo = await app.HasPerson("jo@demo.example");
        var page = await (await atDesk.GetPageAsync(Links.Person(jo.Id))).SubmitAsync("Deactivate");

        (await page.SubmitAsync("Reactivate")).ShouldNotSay("has left and");

        Assert.True((await FindAsync(jo.Email)).Active);
    }

    [Fact]
    public async Task Practitioners_do_not_see_it()
    {
        await app.HasPerson("jo@demo.example");
        using var jo = await app.SignedInAs("jo@demo.example");

        foreach (var address in new[] { Links.People, Links.NewPerson, Links.Person(admin.Id) })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await jo.GetPageAsync(address)).ShouldSay("This page is not open to you").Status);
        }
    }

    [Fact]
    public async Task An_id_that_nobody_has_is_not_found() => Assert.Equal(HttpStatusCode.NotFound, (await atDesk.GetPageAsync(Links.Person(A.PersonId()))).Status);

    public async Task DisposeAsync()
    {
        atDesk.Dispose();
        administrator.Dispose();
        await app.DisposeAsync();
    }

    private static async Task<Page> EditAsync(Visitor visitor, Person person, params (string Field, string Value)[] fields) =>
        await (await visitor.GetPageAsync(Links.Person(person.Id))).SubmitAsync("Save", fields);

    private Task<Person> FindAsync(string email) => app.Ask(db => db.People.AsNoTracking().SingleAsync(p => p.Email == email));
}
