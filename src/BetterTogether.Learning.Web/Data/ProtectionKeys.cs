using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Data;

/// <summary>Keeps the framework's keys in <see cref="LearningDb.ProtectionKeys"/>. The framework asks synchronously and rarely.</summary>
public sealed class ProtectionKeys(IDbContextFactory<LearningDb> contexts, UnitOfWork work) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = contexts.CreateDbContext();
        return [.. db.ProtectionKeys.AsNoTracking().Select(k => k.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName) =>
        work.DecideAsync<ProtectionKey>((db, _) =>
        {
            var key = new ProtectionKey(friendlyName, element.ToString(SaveOptions.DisableFormatting));
            db.Add(key);
            return Task.FromResult<Domain.Shared.Result<ProtectionKey>>(key);
        }, CancellationToken.None).GetAwaiter().GetResult();
}
