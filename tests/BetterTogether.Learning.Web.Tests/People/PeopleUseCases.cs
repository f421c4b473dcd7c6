using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Features.People;
using BetterTogether.Learning.Web.Tests.Faults;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.People;

internal sealed class PeopleUseCases : IUseCases
{
    public IEnumerable<UseCase> Rows =>
    [
        new("PeopleService.AddAsync", async w =>
        {
            var (desk, email) = (await w.PersonAsync("desk", Roles.LearningDesk), $"{w.Name("new")}@demo.example");
            return Attempt.Of(() => w.The<PeopleService>().AddAsync(desk.Id, Entry("Ada", email), CancellationToken.None), async db => await db.People.CountAsync(p => p.Email == email) == 1);
        }),
        new("PeopleService.ChangeAsync", async w =>
        {
            var (desk, person) = (await w.PersonAsync("desk", Roles.LearningDesk), await w.PersonAsync());
            return Attempt.Of(() => w.The<PeopleService>().ChangeAsync(desk.Id, person.Id, Entry("Another Name", person.Email), CancellationToken.None), db => db.People.AnyAsync(p => p.Id == person.Id && p.Name == "Another Name"));
        }),
        new("PeopleService.DeactivateAsync", async w =>
        {
            var (desk, person) = (await w.PersonAsync("desk", Roles.LearningDesk), await w.PersonAsync());
            await w.App.SignedInAs(person);
            var session = await w.SessionAsync(capacity: 1);
            var (held, next) = (await w.BookAsync(session, person), await w.BookAsync(session, await w.PersonAsync("bea")));
            return Attempt.Of(
                () => w.The<PeopleService>().DeactivateAsync(desk.Id, person.Id, CancellationToken.None),
                async db => await db.People.AnyAsync(p => p.Id == person.Id && !p.Active) && !await db.SignIns.AnyAsync(s => s.PersonId == person.Id)
                    && await db.Bookings.AnyAsync(b => b.Id == held.Id && b.Status == BookingStatus.Cancelled) && await db.Bookings.AnyAsync(b => b.Id == next.Id && b.Status == BookingStatus.Offered), mails: 2);
        }),
        new("PeopleService.ReactivateAsync", async w =>
        {
            var (desk, person) = (await w.PersonAsync("desk", Roles.LearningDesk), await w.PersonAsync());
            await w.The<PeopleService>().DeactivateAsync(desk.Id, person.Id, CancellationToken.None);
            return Attempt.Of(() => w.The<PeopleService>().ReactivateAsync(desk.Id, person.Id, CancellationToken.None), db => db.People.AnyAsync(p => p.Id == person.Id && p.Active));
        }),
        new("PeopleService.ChangeOwnWorkingDaysAsync", async w =>
        {
            var person = await w.PersonAsync();
            return Attempt.Of(() => w.The<PeopleService>().ChangeOwnWorkingDaysAsync(person.Id, WorkingDays.Monday, CancellationToken.None), db => db.People.AnyAsync(p => p.Id == person.Id && p.WorkingDays == WorkingDays.Monday));
        }),
    ];

    private static PersonEntry Entry(string name, string email) => new(new PersonDetails(name, email), ManagerEmail: null, Roles: null);
}
