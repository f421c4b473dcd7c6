using System.Reflection;
using BetterTogether.Learning.Web.Data;
using Xunit.Sdk;

namespace BetterTogether.Learning.Web.Tests.Hosting;

/// <summary>Runs a theory on SQLite and on PostgreSQL; its first parameter is the <see cref="DatabaseProvider"/>, further ones are the attribute's values.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class BothDatabasesAttribute(params object?[] values) : DataAttribute
{
    public override IEnumerable<object?[]> GetData(MethodInfo testMethod) => Enum.GetValues<DatabaseProvider>().Select(database => (object?[])[database, .. values]);
}
