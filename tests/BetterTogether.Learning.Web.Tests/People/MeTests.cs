using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.People;

public sealed class MeTests
{
    [Fact]
    public async Task I_see_my_entry_and_change_my_working_days_alone()
    {
        await using var app = await TestApp.StartAsync();
        var mina = await app.HasPerson("mina@demo.example");
        await app.HasPerson("jo@demo.example", managedBy: mina);
        using var jo = await app.SignedInAs("jo@demo.example");
        var page = (await jo.GetPageAsync(Links.Me)).ShouldSay("Line manager Mina");
        page.Document.QuerySelector("#Days_Wednesday")!.RemoveAttribute("checked");

        (await page.SubmitAsync("Save my working days")).ShouldSay("Your working days are saved.");

        var kept = await app.Ask(db => db.People.SingleAsync(p => p.Email == "jo@demo.example"));
        Assert.Equal((WorkingDays.MondayToFriday & ~WorkingDays.Wednesday, mina.Id), (kept.WorkingDays, kept.ManagerId));
    }
}
