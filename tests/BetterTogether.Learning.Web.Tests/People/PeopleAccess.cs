using BetterTogether.Learning.Web.Tests.Access;

namespace BetterTogether.Learning.Web.Tests.People;

internal sealed class PeopleAccess : IAccess
{
    private const string Entry = "Form.Name=Ola Somebody&Form.Email=ola-{new}@demo.example&Form.WorkingDays=Monday&Form.Employment=Employee";

    public IEnumerable<AccessRow> Rows =>
    [
        //                                                        Nobody Owner Other Manager OtherManager Trainer Facilitator OtherFacilitator Desk Administrator
        new("GET  /me",                                           "s y y y y y y y y y"),
        new("POST /me",                                           "s y y y y y y y y y", "Days=Monday&Days=Tuesday"),
        new("GET  /people",                                       "s f f f f f f f y y"),
        new("GET  /people/new",                                   "s f f f f f f f y y"),
        new("POST /people/new",                                   "s f f f f f f f y y", Entry),
        new("GET  /people/{person}",                              "s f f f f f f f y y"),
        new("POST /people/{person}",                              "s f f f f f f f y y", Entry),
        new("POST /people/{administrator}",                       "s f f f f f f f - y", Entry + "&Form.Roles=Administrator"),
        new("POST /people/{person}?handler=Deactivate",           "s f f f f f f f y y"),
        new("POST /people/{administrator}?handler=Deactivate",    "s f f f f f f f - y"),
        new("POST /people/{person}?handler=Reactivate",           "s f f f f f f f y y"),
    ];

    public IReadOnlyDictionary<string, Func<World, Task<string>>> Things => new Dictionary<string, Func<World, Task<string>>>
    {
        ["new"] = _ => Task.FromResult($"{Guid.NewGuid():n}"),
        ["person"] = world => HasAsync(world, Domain.People.Roles.None),
        ["administrator"] = world => HasAsync(world, Domain.People.Roles.Administrator),
    };

    private static async Task<string> HasAsync(World world, Domain.People.Roles roles)
    {
        var person = A.Person($"person-{Guid.NewGuid():n}@demo.example", roles);
        await world.HasAsync(person);
        return person.Id.ToString();
    }
}
