using BetterTogether.Learning.Web.Data;
using Microsoft.Extensions.DependencyInjection;

namespace BetterTogether.Learning.Web.Tests.Hosting;

/// <summary>How a <see cref="TestApp"/> differs from the ordinary one: Development, on SQLite, with development sign-in and without demo data.</summary>
public sealed class TestAppOptions
{
    public DatabaseProvider Database { get; init; } = DatabaseProvider.Sqlite;
    public string Environment { get; init; } = "Development";

    /// <summary>Settings by their names with colons: "SignIn:Development".</summary>
    public Dictionary<string, string> Settings { get; init; } = [];

    /// <summary>Puts a fake in the place of something at the edge: a transport, an identity provider.</summary>
    public Action<IServiceCollection>? Replace { get; init; }

    /// <summary>Shared by two apps that are two nodes of one product.</summary>
    public FixedClock? Clock { get; init; }

    public bool WaitUntilReady { get; init; } = true;

    /// <summary>A real server on a free port, where the wire itself is the matter.</summary>
    public bool OnKestrel { get; init; }
}
