using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using TenkTanken.Data;

namespace TenkTanken.Web.Hosting.Starting;

/// <summary>The keys of tokens, in every folder where keys lie. The framework makes a new one when none of them is good any more.</summary>
internal sealed class TokenKeys(KeyFolders folders, ILoggerFactory log) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. folders.TokenFolders.Where(Directory.Exists).SelectMany(folder => In(folder).GetAllElements())];

    public void StoreElement(XElement element, string friendlyName) => In(folders.TokenFolders[0]).StoreElement(element, friendlyName);

    private FileSystemXmlRepository In(string folder) => new(new DirectoryInfo(folder), log);
}
