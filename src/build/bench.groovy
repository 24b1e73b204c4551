// For the benchmark, which runs without packaging: unpacks Open Liberty and lists the libraries of the WAR and the drivers.
import java.util.zip.ZipFile
import org.eclipse.aether.RepositorySystem
import org.eclipse.aether.artifact.DefaultArtifact
import org.eclipse.aether.resolution.ArtifactRequest

if (!session.goals.contains('exec:exec@bench')) return

def folder = new File(project.build.directory, 'bench')
folder.mkdirs()
def jars = project.artifacts.findAll { it.type == 'jar' && it.file }
new File(folder, 'libraries.txt').text = jars.findAll { it.scope in ['compile', 'runtime'] }*.file*.path.join('\n')
new File(folder, 'drivers.txt').text = jars.findAll { it.groupId in ['org.apache.derby', 'org.postgresql'] }*.file*.path.join('\n')

if (new File(project.build.directory, 'liberty/wlp/lib').exists()) return
def wanted = new DefaultArtifact("io.openliberty:openliberty-runtime:zip:${project.properties['liberty.version']}".toString())
def request = new ArtifactRequest(wanted, project.remoteProjectRepositories, null)
def zip = session.container.lookup(RepositorySystem).resolveArtifact(session.repositorySession, request).artifact.file
new ZipFile(zip).withCloseable { runtime ->
    runtime.entries().each { entry ->
        def file = new File(project.build.directory, "liberty/${entry.name}")
        if (entry.directory) file.mkdirs()
        else {
            file.parentFile.mkdirs()
            file.withOutputStream { it << runtime.getInputStream(entry) }
        }
    }
}
